// The scenario in the address: kept, reopened, edited by hand, damaged on the way.
import { asPublished, buyers, expect, loaded, test, withBuyers } from "./visitor.mjs";

const baseline = "#pic-2019/ct-2019";
// What differs from the card names the edition of the rules.
const changed = "#pic-2019@2/ct-2019";
const buyersAddress = `${changed}/on=trafficking-law-reaches-buyers`;

const hash = (page) => new URL(page.url()).hash;

test("the address follows each step", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await expect.poll(() => hash(page)).toBe("");
  await lawgrade.switchIn("2.1", buyers).check();
  await expect.poll(() => hash(page)).toBe(buyersAddress);
  await lawgrade.switchIn("1.4", "The racketeering or gang law counts sex trafficking").uncheck();
  await expect.poll(() => hash(page)).toBe(`${buyersAddress}/off=racketeering-predicates`);
  await page.keyboard.press("Control+z");
  await expect.poll(() => hash(page)).toBe(buyersAddress);
  await lawgrade.reset.click();
  await expect.poll(() => hash(page)).toBe(baseline);
});

test("an address opens its scenario, also in a second tab and after a reload", async ({ lawgrade, page, context, baseURL }) => {
  await lawgrade.open(buyersAddress);
  await lawgrade.shows(withBuyers);
  await expect(lawgrade.switchIn("5.1", buyers)).toBeChecked();
  await expect(lawgrade.unread).toHaveCount(0);
  await page.reload();
  await lawgrade.shows(withBuyers);
  const second = await context.newPage();
  await second.goto(baseURL + buyersAddress);
  await expect(second.locator("#total")).toHaveText("82.5");
  // Opening is a step: undo leads to the card.
  await page.getByRole("button", { name: "Undo" }).click();
  await lawgrade.shows(asPublished);
});

test("an address that is opened right after a switch is not written over", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await loaded(page);
  const opened = "#pic-2019@2/ct-2019/on=no-age-mistake-defense";
  const seen = await page.evaluate(async (opened) => {
    document.querySelector("[id='component-2.1'] li:last-child input").click();
    const written = location.hash;
    location.hash = opened;
    await new Promise((done) => setTimeout(done, 300));
    return [written, location.hash];
  }, opened);
  // The first is not yet written when the result is painted.
  expect(seen).toEqual(["", opened]);
  await lawgrade.shows({ total: "81.5", grade: "B", change: "up 2.5" });
});

test("switches fill no history: one step back leaves the page", async ({ lawgrade, page }) => {
  await page.goto("about:blank");
  await lawgrade.open();
  for (const change of ["check", "uncheck", "check", "uncheck", "check"]) await lawgrade.switchIn("2.1", buyers)[change]();
  expect(await page.evaluate(() => history.length)).toBe(2);
  await page.goBack();
  expect(page.url()).toBe("about:blank");
  await page.goForward();
  await lawgrade.shows(withBuyers);
});

test("an address edited by hand is opened, and back and forward lead through it", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await lawgrade.switchIn("2.1", buyers).check();
  await expect(page).toHaveURL(/buyers$/);
  await page.evaluate(() => (location.hash = "pic-2019@2/ct-2019/off=csam-possession-crime"));
  await lawgrade.shows({ total: "78", grade: "C", change: "down 1" });
  await page.goBack();
  await lawgrade.shows(withBuyers);
  await page.goForward();
  await lawgrade.shows({ total: "78", grade: "C", change: "down 1" });
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press("Control+z");
  await lawgrade.shows(asPublished);
});

const cut = [
  [`${buyersAddress}.`, withBuyers],
  [`${buyersAddress})`, withBuyers],
  [`${buyersAddress},`, withBuyers],
  [`${changed}/on=trafficking-law-reaches-buyers%2Cno-age-mistake-defense`, { total: "85", grade: "B", change: "up 6" }],
];
for (const [address, result] of cut) {
  test(`an address that a mail program has changed is read: ${address}`, async ({ lawgrade }) => {
    await lawgrade.open(address);
    await lawgrade.shows(result);
    await expect(lawgrade.unread).toHaveCount(0);
  });
}

test("every part that could not be applied is named, the rest applies, and the address stays to be mended", async ({ lawgrade, page }) => {
  const address = `${buyersAddress},no-such-law,sex-trafficking-law,<img src=x onerror=alert(1)>/of=this/off=vacatur-for-minors`;
  await lawgrade.open(address);
  await lawgrade.shows(withBuyers);
  for (const part of ["no-such-law", "sex-trafficking-law", "onerror=alert(1", "of=this", "vacatur-for-minors"]) {
    await expect(lawgrade.unread).toContainText(part);
  }
  await expect(lawgrade.unread.locator("img")).toHaveCount(0);
  expect(decodeURIComponent(hash(page))).toContain("no-such-law");
  await lawgrade.unread.getByRole("button", { name: "Close" }).click();
  await expect(lawgrade.unread).toHaveCount(0);
  await lawgrade.switchIn("2.1", buyers).uncheck();
  await expect.poll(() => hash(page)).toBe(baseline);
});

for (const [name, address, told] of [
  ["another framework", "#pic-2011/ct-2019/on=trafficking-law-reaches-buyers", "the framework “pic-2011”"],
  ["another card", "#pic-2019/ny-2019/on=trafficking-law-reaches-buyers", "the card “ny-2019”"],
  ["no card", "#pic-2019", "it names no card"],
  ["nonsense", "#%F0%9F%98%80%00<script>", "nothing in it was applied"],
]) {
  test(`an address with ${name} changes nothing and says so`, async ({ lawgrade, page }) => {
    await lawgrade.open();
    await lawgrade.switchIn("2.1", buyers).check();
    await lawgrade.shows(withBuyers);
    await page.evaluate((address) => (location.hash = address), address);
    await expect(lawgrade.unread).toContainText(told);
    await page.keyboard.press("Control+z");
    await lawgrade.shows(withBuyers);
  });
}

test.describe("when the tools cannot be loaded", () => {
  test.use({ expectsErrors: true });
  test("an address that was changed on its way says so, stays, and is read once they can", async ({ lawgrade, page }) => {
    await page.route(/tools-.*wasm$/, (route) => route.abort());
    await lawgrade.open(`${buyersAddress}?utm_source=letter`);
    await expect(lawgrade.unread).toContainText("could not be read. The program: it could not be fetched");
    await lawgrade.shows(asPublished);
    expect(hash(page)).toBe(`${buyersAddress}?utm_source=letter`);
    await page.unroute(/tools-.*wasm$/);
    await lawgrade.unread.getByRole("button", { name: "Load again" }).click();
    await lawgrade.shows(withBuyers);
    await expect(lawgrade.unread).toHaveCount(0);
    await expect.poll(() => hash(page)).toBe(buyersAddress);
  });
});

test("of two addresses that are opened one after the other, the last one counts", async ({ lawgrade, page }) => {
  let begin;
  const asked = new Promise((done) => (begin = done));
  await page.route(/tools-.*wasm$/, async (route) => {
    await asked;
    await route.continue();
  });
  await lawgrade.open(`${changed}/on=no-age-mistake-defense?utm_source=letter`);
  await expect(lawgrade.unread).toContainText("Loading…");
  await page.evaluate((address) => (location.hash = address), buyersAddress);
  await lawgrade.shows(withBuyers);
  begin();
  await loaded(page);
  await expect(lawgrade.unread).toHaveCount(0);
  await lawgrade.shows(withBuyers);
});

test("ten thousand unknown ids are all named", async ({ lawgrade, page }) => {
  const ids = Array.from({ length: 10000 }, (_, number) => `unknown-${number}`);
  await lawgrade.open();
  await page.evaluate((address) => (location.hash = address), `${buyersAddress},${ids.join(",")}`);
  await lawgrade.shows(withBuyers);
  await lawgrade.unread.getByText("And 9,980 more").click();
  await expect(lawgrade.unread.getByText("“unknown-9999” is not a provision")).toBeVisible();
  expect(await lawgrade.unread.locator("li").count()).toBe(10000);
});

test("links to places on the page keep the scenario", async ({ lawgrade, page }) => {
  await lawgrade.open(buyersAddress);
  await page.getByRole("link", { name: "5 Protection" }).click();
  await expect(page.locator("#section-5")).toBeInViewport();
  await lawgrade.shows(withBuyers);
  await expect.poll(() => hash(page)).toBe(buyersAddress);
});

test("a place with something behind it is no scenario, for the language link neither", async ({ lawgrade, page }) => {
  await lawgrade.open(buyersAddress);
  await page.evaluate(() => (location.hash = "section-5?utm_source=letter"));
  await lawgrade.shows(withBuyers);
  await expect(page.getByRole("link", { name: "Español" })).toHaveAttribute("href", new RegExp(`${buyersAddress}$`));
});

test("a place on the page is an address of its own", async ({ lawgrade, page }) => {
  await lawgrade.open("#section-5");
  await expect(page.locator("#section-5")).toBeInViewport();
  await expect(lawgrade.unread).toHaveCount(0);
  await lawgrade.shows(asPublished);
});

test("one component or one section is reset, and that can be undone", async ({ lawgrade, page }) => {
  await lawgrade.open(`${buyersAddress},no-age-mistake-defense/off=racketeering-predicates`);
  const reset = (what) => page.getByRole("button", { name: `Reset ${what}`, exact: true });
  await expect(reset("component 2.2")).toBeHidden();
  await expect(reset("section 3")).toBeHidden();
  await reset("component 2.6").click();
  await expect.poll(() => hash(page)).toBe(`${buyersAddress}/off=racketeering-predicates`);
  await expect(reset("component 2.6")).toBeHidden();
  await expect(lawgrade.component("2.6").getByRole("checkbox").first()).toBeFocused();
  await reset("section 1").press("Enter");
  await expect.poll(() => hash(page)).toBe(buyersAddress);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(() => hash(page)).toBe(`${buyersAddress},no-age-mistake-defense/off=racketeering-predicates`);
});
