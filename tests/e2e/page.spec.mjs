// The page at every size and theme, on paper, and for assistive technology.
import { axe, strictContrast } from "./accessibility.mjs";
import { buyers, expect, test, withBuyers } from "./visitor.mjs";

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("the result stays at the top and nothing is cut off", async ({ lawgrade, page }) => {
    await lawgrade.open();
    const box = lawgrade.switchIn("5.1", buyers);
    await box.scrollIntoViewIfNeeded();
    await box.tap();
    await lawgrade.shows(withBuyers);
    const line = page.locator(".result");
    await expect(line).toBeInViewport({ ratio: 1 });
    expect((await line.boundingBox()).y).toBe(0);
    expect((await line.boundingBox()).height).toBeLessThan(90);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test("at 320 pixels nothing is cut off", async ({ lawgrade, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await lawgrade.open();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("only what has moved is marked in the bars", async ({ lawgrade, page }) => {
  await lawgrade.open();
  const marked = () => page.locator(".bar-change").evaluateAll((marks) => marks.filter((mark) => getComputedStyle(mark).backgroundColor !== "rgba(0, 0, 0, 0)").length);
  expect(await marked()).toBe(0);
  await lawgrade.switchIn("2.1", buyers).check();
  await lawgrade.shows(withBuyers);
  expect(await marked()).toBe(2);
});

test("the panel stays in view beside the provisions", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await lawgrade.component("6.6").scrollIntoViewIfNeeded();
  await expect(lawgrade.total).toBeInViewport();
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing, ${colorScheme}, ${width} pixels wide`, async ({ lawgrade, page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await lawgrade.open();
      await lawgrade.switchIn("2.1", buyers).check();
      await lawgrade.component("2.1").locator("summary").click();
      await page.getByText("How sure is each figure?").click();
      expect(await axe(page, { rules: strictContrast })).toEqual([]);
    });
  }
}

test("the page works in a frame", async ({ page, baseURL }) => {
  await page.goto("accessibility.html");
  await page.setContent(`<iframe src="${baseURL}" width="600" height="800"></iframe>`);
  const frame = page.frameLocator("iframe");
  await frame.locator('[id="component-2.1"]').getByRole("checkbox", { name: buyers }).check();
  await expect(frame.locator("#total")).toHaveText("82.5");
  await expect(page).toHaveURL(/accessibility\.html$/);
});

test("a switch is described by its finding, citation and basis", async ({ lawgrade }) => {
  await lawgrade.open();
  const box = lawgrade.switchIn("2.1", buyers);
  await expect(box).toHaveAccessibleDescription(
    "Not in law. People who buy sex with a minor are outside the trafficking law. " +
      "Conn. Gen. Stat. §\u00a053a-192a. published Counts in 5.1 too.",
  );
});

test("what no source mentions is marked assumed, and unconfirmed citations are marked so", async ({ lawgrade }) => {
  await lawgrade.open();
  for (const component of ["5.5", "5.6"]) {
    await expect(lawgrade.component(component).locator(".finding .basis")).toHaveText("assumed");
    await expect(lawgrade.component(component).locator(".finding")).toContainText("(unconfirmed)");
  }
});

test("on paper there are no controls", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await lawgrade.switchIn("2.1", buyers).check();
  await page.emulateMedia({ media: "print" });
  await expect(lawgrade.reset).toBeHidden();
  await expect(lawgrade.total).toBeVisible();
  await expect(page.getByText("National Human Trafficking Hotline")).toBeVisible();
});
