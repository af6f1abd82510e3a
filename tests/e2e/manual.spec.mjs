// The guides as pages: found, read in both languages on every kind of screen, and every example in them is the running thing.
import { readFileSync } from "node:fs";
import { axe } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const source = (name) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), "utf8");
const blocks = (name, language) => [...source(name).matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "g"))].map(([, block]) => block.trim());
const theirs = "https://example.org/lawgrade/";

// The addresses of all pages of the manual in a language.
async function pagesOf(page, list) {
  await page.goto(list);
  const addresses = await page.locator("main.manual a").evaluateAll((links) => links.map(({ href }) => href));
  return [page.url(), ...new Set(addresses.filter((address) => address.endsWith(".html")))];
}

for (const [front, link, heading, back] of [
  ["./?lang=en", "Guides, and how the figures are read", "Guides", "Use it in class or in a hearing"],
  ["es.html?lang=es", "Guías, y cómo se leen las cifras", "Guías", "Usarlo en clase o en una audiencia"],
]) {
  test(`from ${front} the guides are found, and lead from one to the next`, async ({ page }) => {
    await page.goto(front);
    await page.getByRole("link", { name: link }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await page.locator("main").getByRole("link", { name: back }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(back);
    await page.locator(".others a[rel=next]").click();
    await expect(page).toHaveURL(/docs\/workshop(\.es)?\.html$/);
    await page.locator(".contents summary").click();
    const place = page.locator(".contents a").nth(1);
    await place.click();
    expect(await page.evaluate(() => document.querySelector(":target")?.localName)).toBe("h2");
    const other = page.getByRole("navigation").first().getByRole("link");
    await other.click();
    await expect(page.locator("html")).toHaveAttribute("lang", heading === "Guides" ? "es" : "en");
    await expect(page).toHaveURL(/docs\/workshop/);
  });
}

for (const page of ["frameworks/wbl-2020.html", "make.es.html", "builder.html"]) {
  test(`${page} leads to the guides`, async ({ page: tab, request }) => {
    await tab.goto(page);
    const address = await tab.locator("a[href*='docs/']").first().evaluate(({ href }) => href);
    expect((await request.get(address)).status()).toBe(200);
  });
}

for (const [list, scheme] of [["docs/index.html", "light"], ["docs/index.es.html", "dark"]]) {
  test(`every page of ${list} is in order in ${scheme}, at 320 pixels, and under the strict policy`, async ({ page, baseURL }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: scheme });
    const pages = await pagesOf(page, new URL(list, baseURL.replace("sub-path", "strict")).href);
    expect(pages.length).toBeGreaterThan(8);
    for (const address of pages) {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(address);
      await expect(page.locator("h1")).toHaveCount(1);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, address).toBeLessThanOrEqual(320);
      await page.setViewportSize({ width: 1280, height: 900 });
      expect(await axe(page), address).toEqual([]);
    }
  });
}

test("on paper a guide has its text and no navigation", async ({ page }) => {
  await page.goto("docs/class-and-hearing.html");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".others")).toBeHidden();
  await expect(page.locator("main table").first()).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("guides are read, and a mistake stands at its name", async ({ page }) => {
    await page.goto("diagnostics.html#unknown-provision");
    await expect(page.locator("#unknown-provision")).toBeInViewport();
    await page.goto("accessibility.es.html");
    await expect(page.locator("h1")).toHaveText("Accesibilidad");
  });
});

test("the scenarios in the guide for classes open", async ({ page }) => {
  for (const name of ["docs/class-and-hearing.html", "docs/class-and-hearing.es.html"]) {
    for (const [place, seen] of [["on=", "82.5"], ["ke/to=rank:60", "80.6"]]) {
      await page.goto(name);
      await page.locator(`main a[href*="${place}"]`).click();
      await expect(page.locator("#total")).toHaveText(seen);
    }
  }
});

for (const name of ["put-on-your-site", "put-on-your-site.es"]) {
  test(`the code in ${name} shows the calculator on another site`, async ({ page, site }) => {
    const host = new URL("examples/iframe.html", site.replace("127.0.0.1", "localhost")).href;
    const codes = blocks(name, "html");
    expect(codes).toHaveLength(4);
    for (const code of codes) {
      await page.goto(host);
      await page.setContent(`<!DOCTYPE html><title>A host</title>${code.replaceAll(theirs, site)}`);
      const framed = page.frameLocator("iframe");
      if (code.includes("view=")) await expect(framed.getByRole("row", { name: /Kenya|Kenia/ })).toBeVisible();
      else await expect(framed.locator("#total")).toHaveText("79");
    }
  });
}

test("the code in the guide is what the builder writes", async ({ page, site }) => {
  await page.goto("builder.html");
  const [element, frame, place] = blocks("put-on-your-site", "html");
  const [inSpanish, frameInSpanish] = blocks("put-on-your-site.es", "html");
  const written = async () => (await page.locator("#code").inputValue()).replace(" crossorigin", "").replaceAll(site, theirs);
  await expect.poll(written).toBe(element);
  await page.locator("#lang").selectOption("es");
  const order = (code) => code.match(/[\w-]+="[^"]*"/g).sort();
  await expect.poll(async () => order(await written())).toEqual(order(inSpanish));
  await page.locator("#form-iframe").check();
  await expect.poll(written).toBe(frameInSpanish);
  await page.locator("#lang").selectOption("");
  await expect.poll(written).toBe(frame);
  await page.locator("#form-place").check();
  await expect.poll(written).toBe(place);
});

for (const [guide, make] of [["spreadsheet", "make.html"], ["spreadsheet.es", "make.es.html"]]) {
  test(`the file to start from in ${guide} is a card without a mistake`, async ({ page, request, site }) => {
    await page.goto(`docs/${guide}.html`);
    const address = await page.locator("main a[href$='.xlsx']").evaluate(({ href }) => href);
    const buffer = await (await request.get(address)).body();
    await page.goto(new URL(make, site).href);
    await expect(page.locator("#make[data-ready]")).toBeVisible();
    await page.locator("input[type=file]").setInputFiles({ name: "first-card.xlsx", mimeType: "application/octet-stream", buffer });
    await expect(page.locator(".found-count")).toContainText(/(Mistakes|Errores): 0\. (Warnings|Advertencias): 0\. (Cards|Informes): 1\./);
  });
}

test("the page in the guide of lawgrade.js says the figure", async ({ page, site }) => {
  const [code] = blocks("lawgrade-js", "html");
  const data = new URL("../../target/npm/data/", import.meta.url);
  await page.route("**/pic-2019.json", (route) => route.fulfill({ path: new URL("frameworks/pic-2019.json", data).pathname }));
  await page.route("**/ct-2019.json", (route) => route.fulfill({ path: new URL("cards/ct-2019.json", data).pathname }));
  await page.route("**/of-a-program.html", (route) => route.fulfill({ contentType: "text/html", body: `<!DOCTYPE html><title>A page</title>${code.replaceAll(theirs, site)}` }));
  await page.goto(new URL("of-a-program.html", site).href);
  await expect(page.locator("#grade")).toHaveText("82.5, B");
});
