// The page on which a visitor finds a card of any framework.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./visitor.mjs";

const found = (page) => page.locator(".found a");
const field = (page) => page.getByRole("searchbox", { name: "Your state, country or public body" });

for (const [typed, name, result, leads] of [
  ["ken", "Kenya", "80.6", "wbl-2020/ke"],
  ["ohi", "Ohio", "-1", "sunlight-2015/oh"],
  ["zoning", "Chicago Zoning Board of Appeals", "73", "chicago-2019/chicago-zoning-board-of-appeals"],
  ["connect", "Connecticut", "79", "pic-2019/ct-2019"],
]) {
  test(`from the calculator’s page, “${typed}” leads to ${name}`, async ({ page }) => {
    await page.goto("?lang=en");
    await page.getByRole("link", { name: "Find a card" }).click();
    await field(page).fill(typed);
    await found(page).filter({ hasText: name }).and(page.locator(`[href$="#${leads}"]`)).click();
    await expect(page.locator("#total")).toHaveText(result);
    expect(page.url()).toContain(`#${leads}`);
  });
}

test("codes, other languages, marks, case and one wrong letter are found; Enter opens the best", async ({ page }) => {
  await page.goto("cards.html?lang=en");
  for (const [typed, first] of [["KE", "Kenya"], ["alemania", "Germany"], ["cote d", "Cote d'Ivoire"], ["Kneya", "Kenya"], ["uganada", "Uganda"], ["massachusets", "Massachusetts"]]) {
    await field(page).fill(typed);
    await expect(found(page).first()).toHaveText(first);
  }
  await field(page).fill("county");
  await expect(found(page)).toHaveCount(12);
  await expect(page.getByRole("status")).toHaveText(/^\d+ found\. And \d+ more: type on\.$/);
  await field(page).fill("qqqq");
  await expect(page.getByRole("status")).toHaveText("No card has such a name. All names stand under their framework.");
  await field(page).fill("kenya");
  await field(page).press("Enter");
  await expect(page.locator("#total")).toHaveText("80.6");
});

test("in Spanish, and back", async ({ page }) => {
  await page.goto("cards.es.html?lang=es");
  await page.getByRole("searchbox").fill("kenia");
  await expect(found(page)).toHaveText(["Kenia"]);
  await expect(page.locator(".found span")).toContainText(/Mujer, Empresa.*: 80\.6/);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Find a report card");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("every card is a link", async ({ page }) => {
    await page.goto("cards.html?lang=en");
    await expect(page.locator(".names a")).toHaveCount(1 + 190 + 50 + 148);
  });
});

for (const [width, colorScheme] of [[320, "dark"], [1280, "light"]]) {
  test(`axe finds nothing, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto("cards.html?lang=en");
    await field(page).fill("co");
    for (const fold of await page.locator("summary").all()) await fold.click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
