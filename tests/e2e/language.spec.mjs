// The page in Spanish: chosen by address, by the visitor, or by the browser.
import { axe, strictContrast } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const spanish = async (page) => expect(page.locator("html")).toHaveAttribute("lang", "es");

test("by address: everything is in Spanish, and the scenario is the same", async ({ lawgrade, page }) => {
  await page.goto("connecticut.es.html#pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers");
  await expect(lawgrade.total).toHaveText("82.5");
  await expect(lawgrade.grade).toHaveText("B");
  await expect(page).toHaveTitle(/cómo cambiaría la calificación de Connecticut/);
  await expect(lawgrade.change).toHaveText(/sube 3.5|3.5/);
  await expect(lawgrade.announced).toContainText("calificación B");
  await page.getByRole("button", { name: "Deshacer", exact: true }).click();
  await expect(lawgrade.total).toHaveText("79");
  for (const [title, part] of [["Caminos|mejor calificación", ".ways-up"], ["Guardar", ".save"], ["Compartir", ".take-away"]]) {
    await page.locator(".tool > summary", { hasText: new RegExp(title) }).click();
    await expect(page.locator(part)).toBeVisible();
  }
  await page.locator("#target").selectOption("A");
  await expect(page.locator(".outcome")).toContainText("4");
  const text = await page.locator("body").innerText();
  for (const word of ["Undo", "Redo", "Reset", "published card", "reconstructed", "In law", "points", "grade "]) expect(text).not.toContain(word);
});

test("what is not read of an address, and what fails, is told in Spanish", async ({ lawgrade, page }) => {
  await page.goto("connecticut.es.html#pic-2019@2/ct-2019/on=no-such-law");
  await expect(lawgrade.unread).toContainText("no-such-law");
  await expect(lawgrade.unread).not.toContainText("could not");
});

test.describe("where the program is missing", () => {
  test.use({ expectsErrors: true });
  test("that is told in Spanish", async ({ lawgrade, page }) => {
    await page.route(/lawgrade-.*\.wasm$/, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("connecticut.es.html");
    await expect(lawgrade.notice).toContainText("El programa: el servidor respondió 404");
    await expect(lawgrade.notice.getByRole("button", { name: "Volver a cargar" })).toBeVisible();
  });
});

test("by the visitor: the scenario comes along, there and back", async ({ lawgrade, page }) => {
  await lawgrade.open("#pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers");
  await page.getByRole("link", { name: "Español" }).click();
  await spanish(page);
  await expect(lawgrade.total).toHaveText("82.5");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(lawgrade.total).toHaveText("82.5");
});

test.describe("by the browser", () => {
  test.use({ locale: "es-MX" });
  test("the page goes to its language, unless another was asked for", async ({ lawgrade, page }) => {
    await page.goto("#pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers");
    await spanish(page);
    await expect(lawgrade.total).toHaveText("82.5");
    await page.getByRole("link", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(lawgrade.total).toHaveText("82.5");
  });
});

test("embedded: in the language of the element, or of the page that it stands in", async ({ page, site }) => {
  const other = site.replace("127.0.0.1", "localhost");
  await page.goto(`${other}examples/iframe.html`);
  await page.setContent(`<html lang="es-US"><script defer src="${site}embed.js"></script><law-grade></law-grade><law-grade lang="en"></law-grade></html>`);
  await expect(page.frameLocator("iframe").first().getByRole("button", { name: "Deshacer" })).toBeVisible();
  await expect(page.frameLocator("iframe").last().getByRole("button", { name: "Undo" })).toBeVisible();
});

for (const width of [320, 1280]) {
  test(`axe finds nothing in Spanish, and nothing is cut off, ${width} pixels wide`, async ({ lawgrade, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("connecticut.es.html");
    await expect(lawgrade.grade).toHaveText("C");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await axe(page, { rules: strictContrast })).toEqual([]);
  });
}
