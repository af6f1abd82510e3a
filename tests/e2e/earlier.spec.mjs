// What was made with earlier releases keeps working: links, saved files, what browsers keep, embeds, programs. A folder
// of tests/earlier has what each release wrote, recorded from it.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printedBy } from "./installed.mjs";
import { expect, loaded, test } from "./visitor.mjs";

const releases = fileURLToPath(new URL("../earlier", import.meta.url));

for (const release of readdirSync(releases)) {
  const file = (name) => join(releases, release, name);
  const read = (name) => readFileSync(file(name), "utf8");
  // What the release showed: of the scenarios in scenarios.json, and in host.html by the id of each element.
  const shown = JSON.parse(read("shown.json"));
  // What comes to something else since, because rules were corrected.
  const corrected = JSON.parse(read("corrected.json"));
  const saved = Object.entries(shown.saved);

  test(`${release}: links open their scenarios`, async ({ lawgrade, page }) => {
    const links = JSON.parse(read("addresses.json"));
    expect(links.length).toBeGreaterThan(5);
    for (const { address, total, grade } of links) {
      await page.goto("about:blank");
      // The page had the name that the front page has now.
      await page.goto(`./#${address}`);
      const [totalNow, gradeNow] = corrected.links[address] ?? [String(total), grade];
      await expect(lawgrade.total).toHaveText(totalNow);
      if (gradeNow) await expect(lawgrade.grade).toHaveText(gradeNow);
      if (corrected.links[address]) await expect(lawgrade.unread).toContainText(`Under edition 1 of the rules it came to ${total}, grade ${grade}.`);
      else await expect(lawgrade.unread).toHaveCount(0);
    }
  });

  for (const { name, path, at, says } of shown.pages ?? []) {
    test(`${release}: ${name}`, async ({ page, site }) => {
      await page.goto(`${site}${path}`);
      await expect(page.locator(at).first()).toContainText(says);
    });
  }

  test(`${release}: a file of saved scenarios is imported`, async ({ lawgrade }) => {
    await lawgrade.open();
    const tool = await lawgrade.openTool("Save and compare scenarios");
    await tool.locator("input[type=file]").setInputFiles(file("scenarios.json"));
    await expect(tool.locator(".saved input")).toHaveCount(saved.length);
    for (const [name, total] of saved) {
      await tool.getByRole("button", { name: `Open ${name}`, exact: false }).click();
      await expect(lawgrade.total).toHaveText(corrected.saved[name] ?? total);
    }
  });

  test(`${release}: what the browser has kept is there`, async ({ lawgrade, page }) => {
    await page.addInitScript((text) => localStorage.setItem("lawgrade.scenarios", text), read("scenarios.json"));
    await lawgrade.open();
    const tool = await lawgrade.openTool("Save and compare scenarios");
    const names = () => tool.locator(".saved input").evaluateAll((fields) => fields.map(({ value }) => value));
    await expect.poll(names).toEqual(saved.map(([name]) => name));
  });

  for (const script of ["its own script, which a cache still has", "the new script"]) {
    test.describe(() => {
      // What the old script fetches by a name of its content is gone, which the console says.
      test.use({ expectsErrors: script !== "the new script" });
      test(`${release}: the code in hosts' pages works with ${script}`, async ({ page, site }) => {
        if (script !== "the new script") {
          await page.route("**/embed.js", (route) => route.fulfill({ contentType: "text/javascript", body: read("embed.js") }));
          await page.route("**/element-*.js", (route) => route.fulfill({ status: 404 }));
        }
        await page.goto(new URL("examples/iframe.html", site.replace("127.0.0.1", "localhost")).href);
        await page.setContent(read("host.html").replaceAll("BUILD", site.replace("sub-path", "strict")));
        const framed = (id) => page.locator(`#${id}`).frameLocator("iframe");
        // A calculator without a frame falls back to one where its script is gone.
        const inside = { frame: page.frameLocator("#frame"), ...(script === "the new script" && { frameless: page.locator("#frameless") }) };
        for (const [id, { at, says, notice }] of Object.entries({ ...shown.host, ...corrected.host })) {
          await page.locator(`#${id}`).scrollIntoViewIfNeeded();
          const place = inside[id] ?? framed(id);
          await expect(place.locator(at).first()).toContainText(says);
          if (notice) await expect(place.locator(".unread")).toContainText(notice);
        }
        await loaded(framed("element"));
        // Both halves still understand each other: the height, and a scenario that the host sets, also out of view.
        const height = () => page.locator("#element iframe").evaluate((frame) => frame.getBoundingClientRect().height);
        await expect.poll(height).toBeGreaterThan(2000);
        await page.evaluate(() => {
          window.heard = [];
          addEventListener("lawgrade-change", ({ detail }) => window.heard.push(detail));
          document.querySelector("#element").address = "pic-2019/ct-2019";
        });
        await expect(framed("element").locator("#total")).toHaveText("79");
        await expect.poll(() => page.evaluate(() => window.heard.at(-1))).toEqual({ address: "pic-2019/ct-2019", total: 79, max: 102.5, grade: "C" });
      });
    });
  }

  test(`${release}: a program prints what it printed`, () => {
    const said = printedBy(read("program.mjs"));
    const expected = corrected.program.reduce((text, [before, now]) => text.replace(before, now), read("program.txt"));
    expect(said).toBe(expected);
  });
}
