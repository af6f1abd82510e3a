// The page where the code for other pages is put together.
import { readFile } from "node:fs/promises";
import { axe } from "./accessibility.mjs";
import { buyers, expect, test } from "./visitor.mjs";

const code = (page) => page.getByLabel("Code for your page");

test("the code follows what is chosen and what is switched, and works on a page", async ({ page, site }) => {
  await page.goto("builder.html");
  await expect(code(page)).toHaveValue(`<script async src="${site}embed.js"></script>\n<law-grade address="pic-2019/ct-2019" height="700"><a href="${site}connecticut.html#pic-2019/ct-2019">Open the calculator</a></law-grade>`);
  const preview = page.frameLocator("#preview iframe");
  await preview.locator('[id="component-2.1"]').getByRole("checkbox", { name: buyers }).check();
  await expect(code(page)).toHaveValue(/address="pic-2019@2\/ct-2019\/on=trafficking-law-reaches-buyers"/);
  await expect(page.getByLabel("Scenario to begin with")).toHaveValue("pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers");
  await page.getByLabel("The provisions").uncheck();
  await page.getByLabel("Light or dark").selectOption("dark");
  await page.getByLabel("Main colour").fill("#7a1f1f");
  await expect(code(page)).toHaveValue(/parts="panel tools" theme="dark" height="700" style="--lawgrade-accent: #7a1f1f"/);
  await expect(preview.locator("#grade")).toHaveText("B");
  await expect(preview.locator(".section").first()).toBeHidden();

  const written = await code(page).inputValue();
  await page.goto(`${site.replace("127.0.0.1", "localhost")}examples/iframe.html`);
  await page.setContent(written);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("#grade")).toHaveText("B");
  expect(await frame.locator(".letter").evaluate((letter) => getComputedStyle(letter).color)).toBe("rgb(122, 31, 31)");
});

test("the calculator's link leads there with the scenario that it shows", async ({ page }) => {
  await page.goto("?lang=en#pic-2019@2/ct-2019/on=no-age-mistake-defense");
  await page.locator('[id="component-2.1"]').getByRole("checkbox", { name: buyers }).check();
  const link = page.locator("a.with-scenario");
  await expect(link).toHaveAttribute("href", /#pic-2019@2\/ct-2019\/on=.*trafficking-law-reaches-buyers/);
  await link.click();
  await expect(page.getByLabel("Scenario to begin with")).toHaveValue(/^pic-2019@2\/ct-2019\/on=.*trafficking-law-reaches-buyers/);
  await expect(code(page)).toHaveValue(/address="pic-2019@2\/ct-2019\/on=.*no-age-mistake-defense/);
  await expect(page.locator("#address-problem")).toBeEmpty();
  await page.goto("builder.html#pic-2019/ct-2019");
  await expect(page.getByLabel("Scenario to begin with")).toHaveValue("");
  await page.goto("builder.html#%E0");
  await expect(page.locator("#address-problem")).toContainText("This is no scenario of the card");
});

test("each form is shown as it will be", async ({ page, site }) => {
  await page.goto("builder.html");
  await page.getByLabel(/without a frame/).check();
  await expect(code(page)).toHaveValue(/ frameless>/);
  await expect(page.locator("law-grade").locator("#grade")).toHaveText("C");
  await page.getByLabel(/plain frame/).check();
  await page.getByLabel("Letters of headings").selectOption("Georgia, serif");
  await expect(code(page)).toHaveValue(new RegExp(`^<div><iframe src="${site}embed.html\\?style=serif%3AGeorgia%2C\\+serif#pic-2019/ct-2019"`));
  await expect(page.frameLocator("#preview iframe").locator("#grade")).toHaveText("C");
  await page.getByLabel(/a place with a link/).check();
  await expect(code(page)).toHaveValue(`<script async src="${site}embed.js"></script>\n<div data-lawgrade="pic-2019/ct-2019" data-height="700" style="--lawgrade-serif: Georgia, serif"><a href="${site}connecticut.html#pic-2019/ct-2019">Open the calculator</a></div>`);
  await expect(page.frameLocator("#preview iframe").locator("#grade")).toHaveText("C");
  await page.frameLocator("#preview iframe").locator('[id="component-2.1"]').getByRole("checkbox", { name: buyers }).check();
  await expect(code(page)).toHaveValue(/data-lawgrade="pic-2019@2\/ct-2019\/on=trafficking-law-reaches-buyers"/);
  const written = await code(page).inputValue();
  await page.goto(`${site.replace("127.0.0.1", "localhost")}examples/iframe.html`);
  await page.setContent(written);
  await expect(page.frameLocator("iframe").locator("#grade")).toHaveText("B");
});

test("a link is in every form, and the plugin for WordPress is there", async ({ page, site }) => {
  await page.goto("builder.html#wbl-2020/ke");
  for (const form of [/in a frame\. It/, /without a frame/, /plain frame/, /a place with a link/]) {
    await page.getByLabel(form).check();
    await expect(code(page)).toHaveValue(new RegExp(`<a href="${site}frameworks/wbl-2020\\.html#wbl-2020/ke">Open the calculator</a>`));
  }
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "plugin for WordPress" }).click()]);
  expect(download.suggestedFilename()).toBe("lawgrade-wordpress.zip");
  expect((await readFile(await download.path())).subarray(0, 4).toString("latin1")).toBe("PK\x03\x04");
});

test("a link is taken as a scenario, and what is none is told", async ({ page }) => {
  await page.goto("builder.html");
  const field = page.getByLabel("Scenario to begin with");
  await field.fill("https://example.org/#pic-2019@2/ct-2019/on=no-age-mistake-defense");
  await expect(code(page)).toHaveValue(/address="pic-2019@2\/ct-2019\/on=no-age-mistake-defense"/);
  await field.fill('nonsense" onload="alert(1)');
  await expect(page.locator("#address-problem")).toContainText("This is no scenario of the card “pic-2019/ct-2019”");
  await expect(code(page)).toHaveValue(/address="pic-2019\/ct-2019"/);
  await page.getByLabel("Main colour").fill("#eeeeee");
  await expect(page.locator("#contrast")).toContainText("hard to read on white");
});

test("the code is copied, or selected where that is refused", async ({ page, context }) => {
  await page.goto("builder.html");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy the code" }).click();
  await expect(page.locator("#copied")).toHaveText("The code is in the clipboard.");
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
  await page.getByRole("button", { name: "Copy the code" }).click();
  await expect(page.locator("#copied")).toContainText("The code is selected");
});

test("the page about accessibility is reached from the calculator, and axe finds nothing", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await page.getByRole("link", { name: "Accessibility" }).click();
  await expect(page.getByRole("heading", { name: "What is not good yet" })).toBeVisible();
  expect(await axe(page)).toEqual([]);
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing in the builder, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto("../strict/builder.html");
      await expect(page.frameLocator("#preview iframe").locator("#grade")).toHaveText("C");
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await axe(page)).toEqual([]);
    });
  }
}
