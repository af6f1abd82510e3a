// The pages of frameworks do not move while they load: what comes by script has its place from the start.
import { expect, test } from "./visitor.mjs";

// Lighthouse and search engines call up to 0.1 good; nothing here has a reason to move at all.
const MOST = 0.02;

/** Has a page add up, from its first frame on, how far what stands in view moves while nobody does anything. */
async function follow(page) {
  await page.addInitScript(() => {
    window.moved = [];
    const told = (entry) => ({ value: entry.value, what: entry.sources.map(({ node }) => node?.id || node?.className || node?.nodeName) });
    new PerformanceObserver((list) => window.moved.push(...list.getEntries().map(told))).observe({ type: "layout-shift", buffered: true });
  });
}

async function expectSteady(page) {
  // What was laid out last is reported with the frame after it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))));
  const moved = await page.evaluate(() => window.moved);
  expect(moved.reduce((sum, { value }) => sum + value, 0), JSON.stringify(moved)).toBeLessThan(MOST);
}

// Scripts and programs come when the page has been painted without them, as on a slow network.
async function late(page, files, milliseconds) {
  await page.route(files, async (route) => {
    await new Promise((done) => setTimeout(done, milliseconds));
    await route.continue();
  });
}

for (const [device, viewport] of [["a phone", { width: 390, height: 844 }], ["a desktop", { width: 1280, height: 900 }]]) {
  test.describe(`on ${device}`, () => {
    test.use({ viewport });

    test("a framework’s page stands still", async ({ page }) => {
      await follow(page);
      await late(page, /start-.*\.js/, 500);
      for (const id of ["wbl-2020", "sunlight-2015", "chicago-2019"]) {
        await page.goto(`frameworks/${id}.html?lang=en`);
        await expect(page.locator(".ranking thead button").first()).toBeEnabled();
        await expectSteady(page);
      }
    });

    for (const [address, result] of [["wbl-2020/ke", "80.6"], ["sunlight-2015/oh", "-1"], ["chicago-2019/chicago-advisory-council-on-equity", "20"]]) {
      test(`${address} opens where its place is kept`, async ({ page }) => {
        await follow(page);
        await late(page, /(start|framework)-.*\.(js|wasm)/, 500);
        await page.goto(`frameworks/${address.split("/")[0]}.html?lang=en#${address}`, { waitUntil: "commit" });
        // What comes is said before any script that is loaded has run.
        await expect(page.locator("#waiting")).toBeVisible();
        await expect(page.locator("#waiting")).toContainText("The calculator is on its way.");
        await expect(page.locator("#total")).toHaveText(result);
        await expect(page.locator(".section").last()).toBeAttached();
        await expect(page.locator("#waiting")).toBeHidden();
        await expectSteady(page);
        await page.locator("#overview").scrollIntoViewIfNeeded();
        await expect(page.locator("#overview .ranking tbody tr").first()).toBeVisible();
      });
    }

    test("a card that is chosen in the ranking has its place at once", async ({ page }) => {
      await page.goto("frameworks/sunlight-2015.html?lang=en");
      await late(page, /framework-.*\.wasm/, 1500);
      await expect(page.locator(".ranking thead button").first()).toBeEnabled();
      await follow(page);
      await page.locator(".ranking tbody a", { hasText: "Ohio" }).click();
      await expect(page.locator("#waiting")).toBeInViewport();
      await expect(page.locator("#calculator #total")).toHaveText("-1");
      await expect(page.locator("#subject")).toBeFocused();
    });
  });
}

test.describe("a card’s program that does not come", () => {
  test.use({ expectsErrors: true });
  test("leaves the ranking where it was", async ({ page }) => {
    await page.route(/framework-.*\.wasm/, (route) => route.abort());
    await page.goto("frameworks/sunlight-2015.html?lang=en#sunlight-2015/oh");
    await expect(page.locator("#notice")).toBeVisible();
    await expect(page.locator("html")).not.toHaveAttribute("data-opens");
    await expect(page.locator("#overview-heading")).toBeInViewport();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("nothing is shown that only scripts make work", async ({ page }) => {
    await page.goto("frameworks/wbl-2020.html?lang=en");
    await expect(page.locator(".ranking tbody tr")).toHaveCount(190);
    for (const place of [".overview .filters", ".ranking thead .box", ".side-by-side"]) await expect(page.locator(place)).toBeHidden();
    for (const button of await page.locator(".ranking thead button").all()) await expect(button).toBeDisabled();
  });
});
