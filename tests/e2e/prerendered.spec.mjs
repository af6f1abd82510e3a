// The page is there before its program, which takes it over; where something has changed it, it is made anew.
import { asPublished, buyers, expect, loaded, test, withBuyers } from "./visitor.mjs";

// Opens the page while its program waits, lets a test act on what is there, and then lets the program come.
async function before(page, act, address = "") {
  let come;
  const waiting = new Promise((done) => (come = done));
  await page.route(/lawgrade-.*\.wasm$/, async (route) => {
    await waiting;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  await expect(page.locator("#grade")).toHaveText("C");
  await page.waitForFunction(() => document.getElementById("data"));
  await act();
  come();
  await loaded(page);
}

test("every finding and citation is there before the program, and stays the same element", async ({ lawgrade, page }) => {
  await before(page, async () => {
    await lawgrade.shows(asPublished);
    await expect(page.locator(".provision")).toHaveCount(91);
    await expect(page.getByText("People who buy sex with a minor are outside the trafficking law.").first()).toBeVisible();
    await expect(lawgrade.switchIn("2.1", "The human trafficking law covers sex trafficking")).toBeChecked();
    await page.evaluate(() => (document.querySelector('[id="component-2.1"]').ours = "yes"));
  });
  await lawgrade.switchIn("2.1", buyers).check();
  await lawgrade.shows(withBuyers);
  expect(await page.evaluate(() => document.querySelector('[id="component-2.1"]').ours)).toBe("yes");
});

test("nothing moves when the program comes", async ({ lawgrade, page }) => {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
  });
  let first;
  await before(page, async () => (first = await page.screenshot()));
  const then = await page.screenshot();
  expect(then.equals(first)).toBe(true);
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
});

test("what is switched before the program comes counts", async ({ lawgrade, page }) => {
  await before(page, () => lawgrade.switchIn("2.1", buyers).click());
  await lawgrade.shows(withBuyers);
});

const card = "#pic-2019/ct-2019";
const withAge = { total: "81.5", grade: "B", change: "up 2.5" };

test("an address and undo count where something has put copies in place of ours", async ({ lawgrade, page }) => {
  await before(page, () => lawgrade.switchIn("2.1", buyers).click());
  await lawgrade.shows(withBuyers);
  const copy = () => page.evaluate(() => {
    for (const part of document.querySelectorAll(".panel, .section")) part.replaceWith(part.cloneNode(true));
  });
  await copy();
  await page.evaluate((address) => (location.hash = address), `${card}/on=no-age-mistake-defense`);
  await lawgrade.shows(withAge);
  await copy();
  await page.keyboard.press("Control+z");
  await lawgrade.shows(withBuyers);
});

test("an address that differs from what was written is followed", async ({ lawgrade, page }) => {
  await before(page, () => {}, "#pic-2019/ct-2019/on=trafficking-law-reaches-buyers");
  await lawgrade.shows(withBuyers);
});

for (const [name, meddle, kept] of [
  ["an attribute", () => document.querySelector(".panel").setAttribute("data-extension", "1"), true],
  ["an injected element", () => document.querySelector(".section").prepend(document.createElement("aside")), false],
  ["a translator", () => {
    for (const label of document.querySelectorAll(".provision label")) label.innerHTML = `<font>${label.innerHTML}</font>`;
  }, false],
]) {
  test(`${name} in the page does no harm`, async ({ lawgrade, page }) => {
    await before(page, () => page.evaluate(meddle));
    await lawgrade.switchIn("2.1", buyers).check();
    await lawgrade.shows(withBuyers);
    if (kept) await expect(page.locator(".panel[data-extension]")).toHaveCount(1);
    await expect(page.locator("aside, font")).toHaveCount(0);
    await expect(lawgrade.notice).toBeHidden();
  });
}

test.describe("where taking over fails", () => {
  // The program says why it has stopped.
  test.use({ expectsErrors: true });
  test("the calculator is made anew", async ({ lawgrade, page }) => {
    await before(page, () => page.evaluate(() => {
      // As many nodes, but not those that the program looks for.
      const change = document.getElementById("change");
      change.replaceChildren(document.createComment("no text"));
      const panel = document.querySelector(".panel");
      const other = document.createElement("div");
      other.append(...panel.childNodes);
      panel.replaceWith(other);
    }));
    await lawgrade.switchIn("2.1", buyers).check();
    await lawgrade.shows(withBuyers);
    await expect(lawgrade.notice).toBeHidden();
  });
});
