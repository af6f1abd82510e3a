// Who only reads loads no program; it comes once somebody is about to use the calculator, and what was done before counts.
import { asPublished, buyers, expect, loaded, test as base, withBuyers } from "./visitor.mjs";

const program = /lawgrade-\w+\.(js|wasm)$/;
const card = "#pic-2019/ct-2019";
// What differs from the card names the edition of the rules.
const changed = "#pic-2019@2/ct-2019";
const withBuyersAddress = `${changed}/on=trafficking-law-reaches-buyers`;

const test = base.extend({ baseURL: async ({ baseURL }, use) => use(baseURL.replace("sub-path", "as-built")) });

// The files of the release that the page has asked for.
function asked(page) {
  const files = [];
  page.on("request", (request) => files.push(new URL(request.url()).pathname.split("/").pop()));
  return files;
}

const programs = (files) => files.filter((file) => /\.wasm$/.test(file));

// Has the page wait for its program until the function is called that this gives.
async function held(page, files = program) {
  let come;
  const waiting = new Promise((done) => (come = done));
  await page.route(files, (route) => waiting.then(() => route.continue()));
  return come;
}

test("who reads, scrolls and goes to a section loads page, styles and start script alone", async ({ lawgrade, page }) => {
  const files = asked(page);
  await page.goto("", { waitUntil: "networkidle" });
  await lawgrade.shows(asPublished);
  await page.mouse.wheel(0, 2000);
  await page.evaluate(() => (location.hash = "#section-2"));
  await page.waitForTimeout(500);
  expect(files.map((file) => file.replace(/-\w{16}/, ""))).toEqual(expect.arrayContaining(["connecticut.html", "style.css", "boot.js"]));
  expect(files.filter((file) => !/^(connecticut\.html|style-\w+\.css|boot-\w+\.js|icon.*|manifest\.webmanifest|favicon\.ico)$/.test(file))).toEqual([]);
  await expect(page.locator("#waiting")).toBeHidden();
});

for (const [name, act] of [
  ["the mouse moves over it", (page) => page.mouse.move(640, 500)],
  ["a key is pressed", (page) => page.keyboard.press("Tab")],
  ["a scenario is opened", (page) => page.evaluate((address) => (location.hash = address), card)],
  ["it is printed", (page) => page.evaluate(() => dispatchEvent(new Event("beforeprint")))],
]) {
  test(`the program comes when ${name}`, async ({ page }) => {
    const files = asked(page);
    await page.goto("", { waitUntil: "networkidle" });
    expect(programs(files)).toEqual([]);
    await act(page);
    await loaded(page);
  });
}

for (const [name, address] of [["a scenario", withBuyersAddress], ["a scenario in the query", `?utm=1${encodeURIComponent(withBuyersAddress)}`]]) {
  test(`who comes with ${name} does not wait`, async ({ lawgrade, page }) => {
    await page.goto(address);
    await lawgrade.shows(withBuyers);
  });
}

test.describe("before the program is there", () => {
  test("a switch counts", async ({ lawgrade, page }) => {
    const come = await held(page);
    await page.goto("");
    await lawgrade.switchIn("2.1", buyers).click();
    await expect(lawgrade.switchIn("2.1", buyers)).toBeChecked();
    come();
    await lawgrade.shows(withBuyers);
  });

  test("a switch counts before the start script is there as well", async ({ lawgrade, page }) => {
    let come;
    const waiting = new Promise((done) => (come = done));
    await page.route(/boot-.*\.js$/, (route) => waiting.then(() => route.continue()));
    await page.goto("", { waitUntil: "commit" });
    await lawgrade.switchIn("2.1", buyers).click();
    await page.mouse.move(0, 0);
    come();
    await lawgrade.shows(withBuyers);
  });

  test("a switch by the keyboard counts, and keeps the focus", async ({ lawgrade, page }) => {
    const come = await held(page);
    await page.goto("");
    await lawgrade.switchIn("2.1", buyers).focus();
    await page.keyboard.press("Space");
    come();
    await lawgrade.shows(withBuyers);
    await expect(lawgrade.switchIn("2.1", buyers)).toBeFocused();
  });

  test("buttons count in their order", async ({ lawgrade, page }) => {
    const come = await held(page);
    await page.goto("");
    await lawgrade.switchIn("1.4", "The racketeering or gang law counts sex trafficking").click();
    await lawgrade.reset.click({ force: true });
    await lawgrade.switchIn("2.1", buyers).click();
    come();
    await lawgrade.shows(withBuyers);
    await page.keyboard.press("Control+z");
    await lawgrade.shows(asPublished);
  });

  test("the scenario of a link stays, whatever place on the page is gone to", async ({ lawgrade, page }) => {
    const come = await held(page);
    await page.goto(withBuyersAddress);
    await page.getByRole("link", { name: "5 Protection" }).click();
    await expect(page.locator("#section-5")).toBeInViewport();
    come();
    await lawgrade.shows(withBuyers);
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(withBuyersAddress);
  });

  test("the scenario of a link to a framework’s page stays as well", async ({ page }) => {
    const come = await held(page, /framework-\w+\.(js|wasm)$/);
    const address = "#wbl-2020/us/on=equal-pay";
    await page.goto(`frameworks/wbl-2020.html${address}`);
    await page.evaluate(() => (location.hash = "overview"));
    come();
    await expect(page.locator("#total")).toHaveText("94.4");
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(address);
  });

  test("a tool that was opened is filled", async ({ page }) => {
    const come = await held(page);
    await page.goto("");
    const tool = page.locator(".tool", { hasText: "Share, print and download" });
    await tool.locator("summary").first().click();
    come();
    await expect(tool.getByRole("button", { name: "Spreadsheet (CSV)" })).toBeVisible();
  });

  test.describe("on a phone", () => {
    test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
    test("a tap counts", async ({ lawgrade, page }) => {
      const come = await held(page);
      await page.goto("");
      await lawgrade.switchIn("2.1", buyers).tap();
      come();
      await lawgrade.shows(withBuyers);
    });
  });
});

const isKept = (page) => page.evaluate(async () => Boolean(await navigator.serviceWorker.getRegistration()));

test("after ten idle seconds the program comes, and the page is kept", async ({ page }) => {
  await page.clock.install({ time: 0 });
  const files = asked(page);
  await page.goto("", { waitUntil: "networkidle" });
  // Whoever moves on is not idle: from here on they have done nothing.
  await page.evaluate(() => dispatchEvent(new WheelEvent("wheel")));
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1);
  await page.clock.runFor(9_000);
  expect(programs(files)).toEqual([]);
  await page.clock.runFor(5_000);
  await page.clock.resume();
  await loaded(page);
  expect(await isKept(page)).toBe(false);
  await page.clock.runFor(11_000);
  await expect.poll(() => isKept(page)).toBe(true);
});

test("who saves data loads and keeps nothing that was not asked for", async ({ lawgrade, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await page.clock.install();
  const files = asked(page);
  await page.goto("", { waitUntil: "networkidle" });
  await page.clock.runFor(60_000);
  expect(programs(files)).toEqual([]);
  await page.clock.resume();
  await lawgrade.switchIn("2.1", buyers).click();
  await lawgrade.shows(withBuyers);
  await page.clock.runFor(60_000);
  expect(await isKept(page)).toBe(false);
});
