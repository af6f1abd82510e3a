// The front page: a visitor finds a card of any framework, and addresses of the calculator that was here lead to it.
import { axe, strictContrast } from "./accessibility.mjs";
import { lostTexts, seenOfFocus, targets } from "./measures.mjs";
import { expect, test } from "./visitor.mjs";

const front = "./?lang=en";
const found = (page) => page.locator(".found a");
const field = (page) => page.getByRole("searchbox", { name: "Find your state, country or public body" });
const isFront = (page) => expect(page.getByRole("heading", { level: 1 })).toHaveText("What would a change in the law do to its grade?");
const pathOf = (page) => new URL(page.url()).pathname.replace("/a/sub-path/", "");

for (const [typed, name, result, leads] of [
  ["ken", "Kenya", "80.6", "wbl-2020/ke"],
  ["ohi", "Ohio", "-1", "sunlight-2015/oh"],
  ["zon", "Chicago Zoning Board of Appeals", "73", "chicago-2019/chicago-zoning-board-of-appeals"],
  ["con", "Connecticut", "79", "pic-2019/ct-2019"],
]) {
  test(`the three letters “${typed}” lead to ${name}, by the keyboard alone`, async ({ lawgrade, page }) => {
    await page.goto(front);
    await lawgrade.tabTo(field(page));
    await page.keyboard.type(typed);
    const link = found(page).filter({ hasText: name }).and(page.locator(`[href$="#${leads}"]`));
    await lawgrade.tabTo(link);
    expect(await seenOfFocus(page)).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    await expect(page.locator("#total")).toHaveText(result);
    expect(page.url()).toContain(`#${leads}`);
    // And back.
    await page.getByRole("link", { name: "Lawgrade", exact: true }).click();
    await isFront(page);
    await page.goBack();
    await expect(page.locator("#total")).toHaveText(result);
    await page.getByRole("link", { name: "Find a card" }).click();
    await isFront(page);
  });
}

test("codes, other languages, marks, case and one wrong letter are found; Enter opens the best", async ({ page }) => {
  await page.goto(front);
  for (const [typed, first] of [["KE", "Kenya"], ["alemania", "Germany"], ["cote d", "Cote d'Ivoire"], ["Kneya", "Kenya"], ["uganada", "Uganda"], ["massachusets", "Massachusetts"]]) {
    await field(page).fill(typed);
    await expect(found(page).first()).toHaveText(first);
  }
  await field(page).fill("county");
  await expect(found(page)).toHaveCount(12);
  await expect(page.locator(".note[role=status]")).toHaveText(/^\d+ found\. And \d+ more: type on\.$/);
  await field(page).fill("qqqq");
  await expect(page.locator(".note[role=status]")).toHaveText("No card has such a name. All names stand under their framework.");
  await field(page).fill("kenya");
  await field(page).press("Enter");
  await expect(page.locator("#total")).toHaveText("80.6");
});

test("in Spanish, and back", async ({ page }) => {
  await page.goto("es.html?lang=es");
  await page.getByRole("searchbox").fill("kenia");
  await expect(found(page)).toHaveText(["Kenia"]);
  await expect(page.locator(".found span")).toContainText(/Mujer, Empresa.*: 80\.6/);
  await page.getByRole("link", { name: "English" }).click();
  await isFront(page);
});

test.describe("by the browser", () => {
  test.use({ locale: "es-MX" });
  test("it goes to its language, and a tab in which another was asked for stays in that", async ({ lawgrade, page, site }) => {
    await page.goto("./");
    await expect(page).toHaveURL(`${site}es.html`);
    // A host with clean addresses drops the query.
    await page.route(/\?lang=en$/, (route) => route.fulfill({ status: 301, headers: { location: route.request().url().replace("?lang=en", "") } }));
    await page.getByRole("link", { name: "English" }).click();
    await isFront(page);
    await expect(page).toHaveURL(site);
    await page.locator("a[href*='#pic-2019/ct-2019']").evaluate((link) => link.click());
    await expect(lawgrade.grade).toHaveText("C");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
  test("an address that asks for English stays there", async ({ page }) => {
    await page.goto("./?lang=en");
    await isFront(page);
  });
});

test("a page asked for in Spanish by its query is in Spanish", async ({ lawgrade, page, site }) => {
  await page.goto("./?lang=es#pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers");
  await expect(lawgrade.total).toHaveText("82.5");
  await expect(page).toHaveURL(new RegExp(`^${site}connecticut.es.html#`));
});

const buyers = "#pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers";
for (const [before, path, total, language] of [
  [`./${buyers}`, "connecticut.html", "82.5", "en"],
  [`index.html${buyers}`, "connecticut.html", "82.5", "en"],
  [`index.html?utm_source=mail&lang=en${buyers}`, "connecticut.html", "82.5", "en"],
  [`es.html${buyers}`, "connecticut.es.html", "82.5", "es"],
  [`es.html?lang=es${buyers}&utm_source=mail`, "connecticut.es.html", "82.5", "es"],
  [`cards.html${buyers}`, "connecticut.html", "82.5", "en"],
  [`./#!/${buyers.slice(1)}`, "connecticut.html", "82.5", "en"],
  [`./${buyers.replaceAll("/", "%2F")}`, "connecticut.html", "82.5", "en"],
  ["./#component-2.1", "connecticut.html", "79", "en"],
  ["./#wbl-2020/ke", "frameworks/wbl-2020.html", "80.6", "en"],
  ["es.html#sunlight-2015@1/oh", "frameworks/sunlight-2015.es.html", "-1", "es"],
]) {
  test(`an address of the calculator that was here leads to it: ${before}`, async ({ lawgrade, page }) => {
    const seen = [];
    page.on("request", (request) => request.isNavigationRequest() && seen.push(request.url()));
    await page.goto(before);
    await expect(lawgrade.total).toHaveText(total);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    expect(pathOf(page)).toBe(path);
    expect(new URL(page.url()).hash).toBeTruthy();
    // “Back” leads off the site, and not to where the address would lead here again.
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    expect(seen.length).toBeLessThanOrEqual(3);
  });
}

test("an address that is written while the page is open leads away, too; its own places do not", async ({ lawgrade, page }) => {
  await page.goto(front);
  await page.evaluate(() => (location.hash = "how"));
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  await isFront(page);
  expect(new URL(page.url()).hash).toBe("#cards");
  await page.evaluate((hash) => (location.hash = hash), buyers);
  await expect(lawgrade.total).toHaveText("82.5");
  await page.goBack();
  await isFront(page);
});

for (const [name, address, count] of [["index.html", front, 1], ["cards.html", "cards.html?lang=en", 1], ["es.html", "es.html?lang=es", 1]]) {
  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });
    test(`${name} lists the frameworks, and every card is a link`, async ({ page }) => {
      await page.goto(address);
      await expect(page.locator("section h3 a")).toHaveCount(4);
      await expect(page.locator("form")).toBeHidden();
      await expect(page.locator(".names a")).toHaveCount(count + 190 + 50 + 148);
      await page.locator("section h3 a").first().click();
      await expect(page.locator("#grade")).toHaveText("C");
      await page.locator(".brand a").click();
      await expect(page.locator("section h3 a")).toHaveCount(4);
      await page.locator("section h3 a").last().click();
      await expect(page.locator(".ranking")).toBeVisible();
    });
  });
}

for (const [width, colorScheme, address] of [[320, "dark", front], [1280, "light", front], [320, "light", "es.html?lang=es"], [1280, "dark", "es.html?lang=es"]]) {
  test(`axe finds nothing, nothing is cut off and all can be pressed: ${address}, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(address);
    await page.getByRole("searchbox").fill("co");
    await expect(found(page)).toHaveCount(12);
    for (const fold of await page.locator("summary").all()) await fold.click();
    expect(await axe(page, { rules: strictContrast })).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const fold of await page.locator("summary").all()) await fold.click();
    expect(await lostTexts(page)).toEqual([]);
    expect(await page.evaluate(() => {
      const places = document.querySelector("script[data-places]").dataset.places.split(" ");
      return [...document.querySelectorAll("[id]")].map(({ id }) => id).filter((id) => !places.includes(id));
    })).toEqual([]);
    const small = (await targets(page)).filter(({ high, inSentence, inFooter }) => !inSentence && !inFooter && high < 24);
    expect(small.map(({ name, high }) => [name, high])).toEqual([]);
  });
}

test.describe("with a finger", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  test("every target is 44 pixels high", async ({ page }) => {
    await page.goto(front);
    await page.getByRole("searchbox").fill("ken");
    const low = (await targets(page)).filter(({ inFooter, high }) => !inFooter && high < 44);
    expect(low.map(({ name, high }) => [name, high])).toEqual([]);
  });
});

test("nothing moves when the script comes, and what was typed before is found", async ({ page }) => {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
  });
  let come;
  const waiting = new Promise((done) => (come = done));
  await page.route(/front-.*\.js$/, async (route) => {
    await waiting;
    await route.continue();
  });
  await page.goto(front, { waitUntil: "commit" });
  await field(page).fill("kenya");
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
  come();
  await expect(found(page).first()).toHaveText("Kenya");
});

test.describe("without its script", () => {
  test.use({ expectsErrors: true });
  test("it shows no search that finds nothing", async ({ page }) => {
    await page.route(/front-.*\.js$/, (route) => route.abort());
    await page.goto(front);
    await expect(page.locator("form")).toBeHidden();
    await expect(page.locator("section h3 a")).toHaveCount(4);
  });
});

test("on paper the page is white, without the search", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto(front);
  await expect(page.locator("form")).toBeHidden();
  await expect(page.getByRole("heading", { name: "Women, Business and the Law 2020" })).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
});

test("under the release’s own headers it leads on as well", async ({ lawgrade, page }) => {
  await page.goto(`../strict/${buyers}`);
  await expect(lawgrade.total).toHaveText("82.5");
  await page.goto("../strict/cards.html?lang=en");
  await field(page).fill("ohi");
  await expect(found(page).first()).toHaveText("Ohio");
});
