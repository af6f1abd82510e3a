// What a scenario came to when it was saved: on the pages of other report cards, apart from what is computed there.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { axe } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const buyers = "pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers";
const leave = "wbl-2020/ke/on=parental-leave";
const wbl = `frameworks/wbl-2020.html?lang=en#${leave}`;
const oneFile = fileURLToPath(new URL("../../dist/lawgrade.html", import.meta.url));

const unfold = (page) => page.getByText("Save and compare scenarios").click();
const names = (page) => page.getByLabel("Name of the scenario", { exact: true });
const lines = (page) => page.locator(".saved li .result-line");
const elsewhere = (page) => page.locator(".elsewhere");
const kept = (page) => page.evaluate(() => JSON.parse(localStorage["lawgrade.scenarios"]).scenarios);

async function save(page, called) {
  await page.getByLabel("A name for this scenario").fill(called);
  await page.getByLabel("A name for this scenario").press("Enter");
  await expect(page.locator("#tool-saved .told")).toHaveText(`Saved: “${called}”.`);
}

// One of Connecticut's and one of Kenya's; ends on Kenya's page, with the tool open.
async function saveBoth(page) {
  await page.goto(`?lang=en#${buyers}`);
  await expect(page.locator("#total")).toHaveText("82.5");
  await unfold(page);
  await save(page, "Buyers bill");
  await page.goto(wbl);
  await expect(page.locator("#total")).toHaveText("83.1");
  await unfold(page);
  await save(page, "Paid leave");
}

const list = (scenarios) => ({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ lawgrade: 1, scenarios })) });
const result = { framework: "Made Report 2020", subject: "Elsewhere", figure: "7.5", of: "10", grade: "B", date: "2026-05-03" };

test.describe("in the evening west of Greenwich", () => {
  test.use({ timezoneId: "America/Los_Angeles" });
  test("scenarios of two report cards are on both pages, each computed at home and as it was elsewhere", async ({ page }) => {
    // The scenarios are saved on May 3 there, when it is May 4 in Greenwich.
    await page.clock.setFixedTime(new Date("2026-05-04T05:30:00Z"));
    await saveBoth(page);
    expect((await kept(page)).map(({ result }) => result)).toEqual([
      { framework: "Protected Innocence Challenge 2019", subject: "Connecticut", figure: "82.5", of: "102.5", grade: "B", date: "2026-05-03" },
      { framework: "Women, Business and the Law 2020", subject: "Kenya", figure: "83.1", of: "100", date: "2026-05-03" },
    ]);
    await expect(lines(page)).toHaveText(["Connecticut, Protected Innocence Challenge 2019", "Came to 82.5 of 102.5 (B) when it was saved on May 3, 2026.", "Kenya: 83.1"]);
    await expect(page.locator(".comparison:not(.elsewhere) thead b")).toHaveText(["Published card", "This scenario", "Paid leave"]);
    await expect(page.getByRole("heading", { name: "Of other report cards" })).toBeVisible();
    await expect(page.getByText("Points of different report cards do not compare")).toBeVisible();
    await expect(elsewhere(page).locator("thead th")).toHaveText(["Scenario", "Report card", "Result when saved"]);
    await expect(elsewhere(page).locator("tbody tr")).toHaveCount(1);
    await expect(elsewhere(page).locator("tbody tr > *")).toHaveText(["Buyers bill", "ConnecticutProtected Innocence Challenge 2019", "82.5 of 102.5 (B)May 3, 2026"]);
    await expect(page.locator("#tool-saved")).not.toContainText("so not compared here");
    // It opens where it is computed, and there the other is told as it was.
    await elsewhere(page).getByRole("link", { name: "Buyers bill" }).click();
    await expect(page.locator("#grade")).toHaveText("B");
    expect(page.url()).toContain(`#${buyers}`);
    await unfold(page);
    await expect(lines(page).last()).toHaveText("Came to 83.1 of 100 when it was saved on May 3, 2026.");
    await expect(elsewhere(page).locator("tbody tr > *")).toHaveText(["Paid leave", "KenyaWomen, Business and the Law 2020", "83.1 of 100May 3, 2026"]);
    await expect(page.locator(".comparison:not(.elsewhere) thead b")).toHaveText(["Published card", "This scenario", "Buyers bill"]);
    await elsewhere(page).getByRole("link", { name: "Paid leave" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.locator("#total")).toHaveText("83.1");
    await page.goto(`frameworks/wbl-2020.es.html?lang=es#${leave}`);
    await page.locator(".tool summary").nth(1).click();
    await expect(lines(page)).toHaveText(["Connecticut, Protected Innocence Challenge 2019", "Resultado cuando se guardó, el 3 de mayo de 2026: 82.5 de 102.5 (B).", "Kenia: 83.1"]);
    await expect(elsewhere(page).locator("thead th")).toHaveText(["Escenario", "Informe", "Resultado al guardarlo"]);
  });
});

test("it goes with a copy, another name and what is put back, through a file and from tab to tab, and is renewed", async ({ page, context }) => {
  await page.clock.setFixedTime(new Date("2026-05-03T12:00:00Z"));
  await saveBoth(page);
  const dates = async () => (await kept(page)).map(({ name, result }) => `${name}: ${result?.date}`);
  await page.getByRole("button", { name: "Duplicate Buyers bill" }).click();
  await names(page).nth(1).fill("Senate bill");
  await names(page).nth(1).press("Tab");
  await expect(elsewhere(page).locator("tbody th")).toHaveText(["Buyers bill", "Senate bill"]);
  await page.getByRole("button", { name: "Remove Buyers bill" }).click();
  await page.getByRole("button", { name: "Put back" }).click();
  await expect.poll(dates).toEqual(["Buyers bill: 2026-05-03", "Senate bill: 2026-05-03", "Paid leave: 2026-05-03"]);
  // Another tab saves, and takes nothing away.
  const tab = await context.newPage();
  await tab.goto(`?lang=en#${buyers}`);
  await unfold(tab);
  await tab.clock.setFixedTime(new Date("2026-06-01T12:00:00Z"));
  await save(tab, "Third");
  await expect.poll(dates).toEqual(["Buyers bill: 2026-05-03", "Senate bill: 2026-05-03", "Paid leave: 2026-05-03", "Third: 2026-06-01"]);
  await expect(elsewhere(page).locator("tbody th")).toHaveText(["Buyers bill", "Senate bill", "Third"]);
  // Opened and saved again it is the same scenario, with the result of the day.
  await tab.getByRole("button", { name: "Open Buyers bill" }).click();
  await save(tab, "Buyers bill");
  await expect.poll(dates).toEqual(["Buyers bill: 2026-06-01", "Senate bill: 2026-05-03", "Paid leave: 2026-05-03", "Third: 2026-06-01"]);
  const before = await kept(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export all to a file" }).click();
  const buffer = readFileSync(await (await download).path());
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await unfold(page);
  await page.getByLabel("Import a file").setInputFiles({ name: "list.json", mimeType: "application/json", buffer });
  await expect(page.locator("#tool-saved .told")).toContainText("Scenarios added: 4");
  await expect.poll(() => kept(page)).toEqual(before);
});

test("what comes to something else today says what it came to", async ({ page }) => {
  const then = { ...result, framework: "Protected Innocence Challenge 2019", subject: "Connecticut", figure: "80", of: "102.5", grade: "C" };
  await page.goto(`?lang=en#${buyers}`);
  await unfold(page);
  await page.getByLabel("Import a file").setInputFiles(list([{ name: "Then", address: buyers, result: then }]));
  await expect(lines(page)).toHaveText(["82.5 of 102.5, grade B, up 3.5", "Came to 80 of 102.5 (C) when it was saved on May 3, 2026."]);
  await expect(page.locator(".comparison thead .result-line").last()).toHaveText("1 provision added. Came to 80 of 102.5 (C) when it was saved on May 3, 2026.");
  await page.getByRole("button", { name: "Open Then" }).click();
  await save(page, "Then");
  await expect(lines(page)).toHaveText(["82.5 of 102.5, grade B, up 3.5"]);
});

test("no file puts markup or a link onto the page", async ({ page }) => {
  await page.goto("?lang=en");
  await unfold(page);
  const hostile = [
    { name: "<b>n</b>", address: "javascript:alert(1)", result: { ...result, framework: "<img src=x onerror=alert(1)>", subject: "https://example.org/", grade: "<script>" } },
    { name: "2", address: "https://example.org/#made-2020/x", result },
    { name: "3", address: "wbl-2020/ke", result: { ...result, framework: "F\u202e", figure: "1e9", date: "2026-02-30" } },
  ];
  await page.getByLabel("Import a file").setInputFiles(list(hostile));
  await expect(page.locator("#tool-saved .problems li").filter({ hasText: "/result/" })).toHaveText([
    "/scenarios/2/result/framework: expected a text of 1 to 160 letters, none of them invisible; what the scenario came to when it was saved was left out",
    "/scenarios/2/result/figure: expected a number written as a text, such as 82.5; what the scenario came to when it was saved was left out",
    "/scenarios/2/result/date: expected a day such as 2026-05-03; what the scenario came to when it was saved was left out",
  ]);
  await expect(elsewhere(page).locator("tbody tr")).toHaveCount(2);
  await expect(elsewhere(page).locator("tbody tr").first()).toContainText("https://example.org/<img src=x onerror=alert(1)>7.5 of 10 (<script>)");
  await expect(page.locator("#tool-saved").getByText("Of other cards, so not compared here: 3.")).toBeVisible();
  await expect(page.locator("#tool-saved :is(img, script)")).toHaveCount(0);
  // Every link stays on the page's own address.
  const links = await page.locator("#tool-saved a").evaluateAll((all) => all.map((link) => link.getAttribute("href")[0]));
  expect(links).toEqual(["#", "#"]);
});

test("in the one file and in a frame of another site it works the same", async ({ page, site }) => {
  const scenarios = [{ name: "Paid leave", address: leave, result: { ...result, subject: "Kenya" } }];
  await page.goto(`file://${oneFile}#${buyers}`);
  await expect(page.locator("#grade")).toHaveText("B");
  await unfold(page);
  await save(page, "Buyers bill");
  await page.getByLabel("Import a file").setInputFiles(list(scenarios));
  await expect(elsewhere(page).locator("tbody tr > *")).toHaveText(["Paid leave", "KenyaMade Report 2020", "7.5 of 10 (B)May 3, 2026"]);
  expect((await kept(page))[0].result).toMatchObject({ figure: "82.5", grade: "B" });

  await page.goto(new URL("examples/iframe.html", site.replace("127.0.0.1", "localhost")).href);
  await page.setContent(`<script defer src="${site}embed.js"></script><law-grade address="sunlight-2015/oh"></law-grade>`);
  const frame = page.frameLocator("iframe");
  await frame.getByText("Save and compare scenarios").click();
  await frame.getByLabel("A name for this scenario").fill("Ohio");
  await frame.getByRole("button", { name: "Save", exact: true }).click();
  await frame.getByLabel("Import a file").setInputFiles(list(scenarios));
  await expect(frame.locator(".elsewhere tbody tr")).toHaveCount(1);
  await frame.getByRole("link", { name: "Paid leave" }).click();
  await expect(frame.locator("#total")).toHaveText("83.1");
  await expect(page).toHaveURL(/iframe\.html$/);
});

test.describe("without a network", () => {
  test.use({ expectsErrors: /ERR_INTERNET_DISCONNECTED|ERR_FAILED/ });
  test("both pages have both scenarios", async ({ page, context }) => {
    await saveBoth(page);
    await expect(page.locator("#kept")).toContainText("open again without a network");
    await expect(page.locator("#kept")).toBeVisible();
    await page.goto(`connecticut.html?lang=en#${buyers}`);
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active.state)).toBe("activated");
    await context.setOffline(true);
    await page.goto("about:blank");
    await page.goto(`connecticut.html?lang=en#${buyers}`);
    await unfold(page);
    await expect(elsewhere(page).locator("tbody th")).toHaveText(["Paid leave"]);
    await elsewhere(page).getByRole("link").click();
    await expect(page.locator("#total")).toHaveText("83.1");
    await unfold(page);
    await expect(elsewhere(page).locator("tbody th")).toHaveText(["Buyers bill"]);
  });
});

for (const [width, colorScheme, forcedColors] of [[320, "light", "none"], [390, "dark", "none"], [1280, "light", "none"], [1280, "dark", "active"]]) {
  test(`axe finds nothing and nothing is cut off, ${width} pixels wide, ${colorScheme}, forced colours ${forcedColors}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, forcedColors });
    await page.setViewportSize({ width, height: 900 });
    await saveBoth(page);
    const check = async () => {
      expect(await axe(page, { include: "#tool-saved" })).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    };
    await check();
    await page.goto(`?lang=en#${buyers}`);
    await unfold(page);
    await expect(elsewhere(page).locator("tbody tr")).toHaveCount(1);
    await check();
  });
}
