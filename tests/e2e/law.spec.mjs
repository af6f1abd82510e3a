// The law itself: citations lead to its official text, bills to the scenario in which they are law, and what was printed for
// other states stands apart from what can be calculated.
import { axe } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const address = "https://www.cga.ct.gov/current/pub/chap_952.htm#sec_53a-192a";
const cited = (lawgrade) => lawgrade.component("2.1").locator(".finding a");

test.describe("a citation", () => {
  // No other request leaves the page.
  test.use({ expectsErrors: /^https:\/\/www\.cga\.ct\.gov\// });
  for (const [query, note] of [["connecticut.html?lang=en", "Not in law."], ["connecticut.es.html?lang=es", "No está en la ley."]]) {
    test(`leads to the law in force, and leaves the scenario where it is (${query})`, async ({ lawgrade, page, context }) => {
      const errors = [];
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
      await context.route("https://www.cga.ct.gov/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>The law</title>" }));
      await page.goto(query);
      const link = cited(lawgrade).first();
      await expect(link).toHaveAttribute("href", address);
      await expect(lawgrade.component("2.1").locator(".finding").last()).toContainText(note);
      await page.locator("#provisions input[type=checkbox]").first().uncheck();
      await expect(page.locator("#total")).not.toHaveText("79");
      const total = await page.locator("#total").textContent();
      await link.press("Enter");
      await expect(page).toHaveTitle("The law");
      expect(page.url()).toBe(address);
      await page.goBack();
      await expect(page.locator("#total")).toHaveText(total);
      expect(errors).toEqual([]);
    });
  }
});

test("a section whose chapter is not confirmed stays a text", async ({ lawgrade, page }) => {
  await page.goto("connecticut.html?lang=en");
  const finding = lawgrade.component("3.4").locator(".finding").filter({ hasText: "54-36p" }).first();
  await expect(finding).toContainText("§\u{a0}54-36p");
  await expect(finding.getByRole("link", { name: "54-36p" })).toHaveCount(0);
});

test("a bill says what it would have done, and opens as a scenario", async ({ page }) => {
  await page.goto("connecticut.html?lang=en");
  await page.getByRole("link", { name: "The law, and bills about it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The law behind Connecticut’s card");
  const bill = page.locator("#hb-5571-2018");
  await expect(bill).toContainText("Reported to the floor on April 19, 2018; not passed.");
  await expect(bill).toContainText("82.5 of 102.5, grade B, up 3.5");
  await expect(page.locator("#pa-21-103")).toContainText("it changes no answer of this card");
  await bill.getByRole("link", { name: "See HB 5571 in the calculator" }).click();
  await expect(page.locator("#total")).toHaveText("82.5");
  await page.goBack();
  // Every section is there once, with a link or the reason why there is none.
  const sections = page.locator(".law section[id^='s-']");
  await expect(sections).toHaveCount(35);
  await expect(sections.filter({ has: page.locator("h3 a[href^='https://www.cga.ct.gov/current/pub/chap_']") })).toHaveCount(33);
  await expect(sections.filter({ hasText: "No link: we have not seen in which chapter" })).toHaveCount(2);
});

test("what other states were given stands by year, each with its source", async ({ page }) => {
  await page.goto("connecticut.html?lang=en");
  await page.getByRole("link", { name: "What other states were given, 2011 to 2019" }).click();
  await expect(page.getByRole("row", { name: "Tennessee" }).first()).toContainText("C 79.5");
  const year = page.locator("details").filter({ hasText: "2012:" });
  await year.locator("summary").click();
  await expect(year.locator("svg .tile.step-4 title", { hasText: "Tennessee: C" })).toHaveCount(1);
  await expect(year.getByRole("row", { name: "Tennessee" })).toContainText("wgnsradio.com");
  await expect(page.locator("#later ~ table tbody tr")).toHaveCount(10);
});

test("of two cards that were read in part there is what their printed points say", async ({ page }) => {
  await page.goto("published.html");
  await page.getByRole("link", { name: "two others" }).click();
  await expect(page.getByRole("heading", { name: "Two cards of which only a part could be read" })).toBeInViewport();
  await expect(page.getByRole("heading", { level: 3 })).toHaveText(["North Carolina 2018", "Oklahoma"]);
  const main = page.locator("main");
  await expect(main).toContainText("18 of 77 answers can be read. With these alone, our rules would allow 25.5 to 100 points.");
  await expect(main).toContainText("14 of 77 answers can be read. With these alone, our rules would allow 20 to 101.5 points.");
  await expect(main).toContainText("sure to reach 92.5, whatever the open answers are: 5");
  const changes = page.locator("details").filter({ hasText: "The total after each change alone" });
  await changes.first().locator("summary").click();
  const profits = "The trafficking law punishes those who assist, enable or profit from child sex trafficking";
  // In North Carolina it is known to be missing; in Oklahoma it may be there.
  await expect(changes.first().getByRole("row", { name: profits })).toContainText("92.5");
  await changes.last().locator("summary").click();
  await expect(changes.last().getByRole("row", { name: profits })).toContainText("90 to 92.5");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("both pages can be read in Spanish", async ({ page }) => {
    await page.goto("connecticut-law.es.html");
    await expect(page.locator("main")).toContainText("El texto oficial está en inglés.");
    await expect(page.locator("#hb-5571-2018")).toContainText("Llegó al pleno el 19 de abril de 2018; no se aprobó.");
    await page.goto("published.es.html");
    await expect(page.locator("h1")).toHaveText(/Lo que recibieron otros estados/);
    // The folds of the page are no tools, which need scripts.
    const folds = page.locator(".printed details.tool");
    for (const fold of [folds.first(), folds.last()]) {
      await fold.locator("summary").click();
      await expect(fold.locator("table")).toBeVisible();
    }
  });
});

for (const [width, colorScheme] of [[320, "dark"], [1280, "light"]]) {
  test(`axe finds nothing in the pages of the law, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const name of ["connecticut-law.html", "connecticut-law.es.html", "published.html", "published.es.html"]) {
      await page.goto(name);
      await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => { fold.open = true; }));
      expect(await axe(page), name).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), name).toBe(0);
    }
  });
}
