// How long the page is busy when a target is chosen, for the card and for one ten and fifty times as large.
// Prints; never judges.
import { readFileSync, readdirSync } from "node:fs";
import { grown } from "./grown.mjs";
import { test } from "./visitor.mjs";

const dist = new URL("../../dist/", import.meta.url);
const data = JSON.parse(readFileSync(new URL(readdirSync(dist).find((name) => /^ct-2019/.test(name)), dist)));

for (const times of [1, 10, 50]) {
  test(`choosing a target, ${times} times Connecticut`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.route(/ct-2019-.*json$/, (route) => route.fulfill({ json: times === 1 ? data : grown(data, times) }));
    await page.goto("");
    await page.waitForSelector("#grade", { timeout: 60_000 });
    await page.evaluate(() => (document.querySelector(".tool").open = true));
    await page.waitForSelector(".worth", { timeout: 60_000 });
    for (const [grade, certain] of [["B", false], ["A", false], ["A", true]]) {
      const busy = await page.evaluate(async ([grade, certain]) => {
        const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const fire = (element, change) => {
          change(element);
          element.dispatchEvent(new Event("change", { bubbles: true }));
        };
        await painted();
        const start = performance.now();
        fire(document.querySelector("#target"), (select) => (select.value = grade));
        if (certain) fire(document.querySelector(".check input"), (box) => (box.checked = true));
        for (let turn = 0; turn < 20; turn += 1) await null;
        const script = performance.now() - start;
        await painted();
        return { script, painted: performance.now() - start };
      }, [grade, certain]);
      const line = (await page.locator(".outcome").textContent()).slice(0, 90);
      console.log(`${times} times, ${grade}${certain ? ", certain" : ""}: ${busy.script.toFixed(1)} ms script, ${busy.painted.toFixed(1)} ms to the paint. ${line}`);
    }
  });
}
