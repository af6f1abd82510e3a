// All cards of a framework at once: what is sorted, filtered and compared, how results spread, who has what.
import { axe } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const wbl = "frameworks/wbl-2020.html?lang=en";
const sunlight = "frameworks/sunlight-2015.html?lang=en";
const chicago = "frameworks/chicago-2019.html?lang=en";

const names = (page) => page.locator(".overview > .wide .ranking tbody tr:visible th a");
const query = (page) => Object.fromEntries(new URL(page.url()).searchParams);

test("the ranking is sorted by any column, both ways, and the address has it", async ({ page }) => {
  await page.goto(wbl);
  await expect(names(page).first()).toHaveText("Belgium");
  await expect(page.locator("[data-id=rank]")).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("button", { name: "Pay, of 100" }).click();
  await page.getByRole("button", { name: "Pay, of 100" }).click();
  // The worst comes first, and that is the lowest figure.
  await expect(page.locator("[data-id=pay-score]")).toHaveAttribute("aria-sort", "ascending");
  await expect(page.locator(".ranking tbody tr").first().locator("td").nth(6)).toHaveText("0");
  expect(query(page)).toEqual({ lang: "en", sort: "-pay-score" });
  const first = await names(page).first().textContent();
  await page.reload();
  await expect(names(page).first()).toHaveText(first);
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await expect(names(page).first()).toHaveText("Afghanistan");
  await expect(names(page).last()).toHaveText("Zimbabwe");
});

test("filters work together, forgive marks and case, and are in the address", async ({ page }) => {
  await page.goto(wbl);
  const filters = page.getByRole("search");
  await filters.getByLabel("Name").fill("CÔTE");
  await expect(names(page)).toHaveText(["Cote d'Ivoire"]);
  await expect(page.locator(".shown")).toHaveText("1 of 190 shown.");
  await filters.getByLabel("Name").fill("");
  await filters.getByLabel("Group").selectOption("South Asia");
  await expect(names(page)).toHaveCount(8);
  await filters.getByLabel("Yes to").selectOption({ label: "Work of equal value must be paid equally" });
  const left = await names(page).count();
  expect(left).toBeLessThan(8);
  await expect.poll(() => query(page)).toEqual({ lang: "en", group: "South Asia", has: "equal-pay" });
  await page.reload();
  await expect(names(page)).toHaveCount(left);
  // The other language keeps what is chosen.
  await page.getByRole("link", { name: "Español" }).click();
  await expect(names(page)).toHaveCount(left);
  await expect(page.getByRole("search").getByLabel("Grupo").locator("option:checked")).toHaveText("Asia meridional");
  await page.goBack();
  await filters.getByRole("button", { name: "Show all" }).click();
  // What was typed is no address of a card, whatever it looks like.
  await filters.getByLabel("Name").fill("#21");
  await expect.poll(() => query(page).find).toBe("#21");
  await page.reload();
  await expect(filters.getByLabel("Name")).toHaveValue("#21");
  await expect(page.locator("#calculator")).toBeEmpty();
  await filters.getByLabel("Name").fill("zzz");
  await expect(page.locator(".shown")).toHaveText("0 of 190 shown. Nobody fits all of this.");
  await filters.getByRole("button", { name: "Show all" }).click();
  await expect(names(page)).toHaveCount(190);
  await expect.poll(() => query(page)).toEqual({ lang: "en" });
});

test("a step back brings back what the address then asked for", async ({ page }) => {
  await page.goto(`${wbl}&group=South Asia`);
  await names(page).filter({ hasText: "Nepal" }).click();
  await expect(page.locator("#subject option:checked")).toHaveText("Nepal");
  await page.locator("#overview").getByRole("search").getByRole("button", { name: "Show all" }).click();
  await expect.poll(() => query(page).group).toBe(undefined);
  await page.goBack();
  await expect(names(page)).toHaveCount(8);
  await expect(page.locator("#calculator")).toBeHidden();
  await page.goForward();
  await expect(names(page)).toHaveCount(190);
  await expect(page.locator("#calculator")).toBeVisible();
});

test("who has a provision is told, and shown in the ranking", async ({ page }) => {
  await page.goto(sunlight);
  await page.getByText("Who has what").click();
  const row = page.locator("[data-provision=pay-disclosed]");
  await expect(row.locator("td").first()).toHaveText("27 of 50");
  await row.getByRole("button", { name: "Show who: What clients pay their lobbyists is disclosed" }).click();
  await expect(names(page)).toHaveCount(27);
  await expect(page.getByLabel("Yes to")).toBeFocused();
  // What does not apply to a body is neither a yes nor a no.
  await page.goto(chicago);
  await page.getByText("Who has what").click();
  await expect(page.locator("[data-provision=no-registration-in-advance] td").first()).toHaveText(/^\d+ of 57$/);
});

test("two to four side by side: only what differs, in the address, taken out again", async ({ page }) => {
  await page.goto(wbl);
  const box = (name) => page.getByRole("checkbox", { name: `Compare ${name}`, exact: true });
  for (const name of ["Kenya", "Uganda"]) await box(name).check();
  const table = page.locator(".side-by-side table");
  await expect(table.locator("thead a")).toHaveText(["Kenya", "Uganda"]);
  await expect(table.getByRole("row", { name: /^Index/ }).locator("td")).toHaveText(["80.6", "73.1"]);
  const answers = (await Promise.all((await table.locator("tbody tr").all()).map((row) => row.locator("td").allTextContents()))).filter((row) => row.every((answer) => ["yes", "no"].includes(answer)));
  expect(answers.length).toBeGreaterThan(0);
  for (const [one, other] of answers) expect(one).not.toBe(other);
  await expect(page.locator(".side-by-side [role=status]")).toHaveText(`Answers that differ: ${answers.length}.`);
  for (const name of ["Belgium", "Canada"]) await box(name).check();
  await box("Denmark").click();
  await expect(box("Denmark")).not.toBeChecked();
  await expect(page.locator(".side-by-side [role=status]")).toHaveText("Four at most: take one out first.");
  expect(query(page).compare).toBe("ke,ug,be,ca");
  await page.reload();
  await expect(table.locator("thead a")).toHaveText(["Kenya", "Uganda", "Belgium", "Canada"]);
  for (const name of ["Kenya", "Uganda"]) await table.getByRole("button", { name: `Take ${name} out of the comparison` }).click();
  await expect(page.locator(".side-by-side [role=status]")).toHaveText("They give the same answer to every question.");
});

test("the card in hand is marked in the ranking, the spread and on the map", async ({ page }) => {
  await page.goto(`${sunlight}#sunlight-2015/oh`);
  await expect(page.locator("#grade")).toHaveText("D");
  await expect(page.locator(".ranking [aria-current]")).toHaveText("Ohio");
  await page.getByText("How results spread").click();
  await expect(page.locator("#spread .here th")).toHaveText("D");
  await page.getByText("On a map").click();
  await expect(page.locator(".tile.here title")).toHaveText(/^Ohio: /);
  await page.locator(".tile[data-subject=ma]").click();
  await expect(page.locator("#grade")).toHaveText("A");
  await expect(page.locator(".ranking [aria-current]")).toHaveText("Massachusetts");
});

test("the map of the world is loaded when it is opened, coloured by step, and leads to calculators", async ({ page }) => {
  const shapes = [];
  page.on("request", (request) => /world-.*svg/.test(request.url()) && shapes.push(request.url()));
  await page.goto(wbl);
  await page.waitForLoadState("networkidle");
  expect(shapes).toEqual([]);
  await page.getByText("On a map").click();
  const country = (code) => page.locator(`.world path[data-subject=${code}]`);
  await expect(country("ke").locator("title")).toHaveText("Kenya: 80.6");
  await expect(country("ke")).toHaveClass("country step-1");
  await expect(country("ca")).toHaveClass("country step-0");
  // Every economy has a shape, the smallest a circle that can be hit.
  const found = await page.locator(".world .country").evaluateAll((shapes) => new Set(shapes.map(({ dataset }) => dataset.subject)).size);
  expect(found).toBe(190);
  await expect(page.locator(".world circle:not(.country)").first()).toBeHidden();
  await page.locator(".world circle[data-subject=to]").click();
  await expect(page.locator("#subject option:checked")).toHaveText("Tonga");
  await expect(page.locator(".world path.here")).toHaveAttribute("data-subject", "to");
});

test.describe("a map that does not come", () => {
  test.use({ expectsErrors: true });
  test("is told, and tried again", async ({ page }) => {
    await page.route(/world-.*svg/, (route) => route.abort());
    await page.goto(wbl);
    await page.getByText("On a map").click();
    await expect(page.locator("#map [role=status]")).toContainText("The map could not be loaded.");
    await page.unroute(/world-.*svg/);
    await page.getByText("On a map").click();
    await page.getByText("On a map").click();
    await expect(page.locator(".world path.country").first()).toBeVisible();
    await expect(page.locator("#map [role=status]")).toHaveText("");
  });
});

test("folds that are open are on paper", async ({ page }) => {
  await page.goto(sunlight);
  await page.getByText("How results spread").click();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#spread table")).toBeVisible();
  await expect(page.locator("#who")).toBeHidden();
  await expect(page.locator(".filters")).toBeHidden();
});

test("under the strict policy it is sorted, compared and drawn, and cards are found", async ({ page }) => {
  await page.goto(`../strict/${wbl}`);
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await expect(names(page).first()).toHaveText("Afghanistan");
  await page.getByText("On a map").click();
  await expect(page.locator(".world path.country").first()).toBeVisible();
  await page.goto("../strict/?lang=en");
  await page.getByRole("searchbox").fill("kenya");
  await expect(page.locator(".found a").first()).toHaveText("Kenya");
});

test("an address with what there is not opens all the same", async ({ page }) => {
  await page.goto(`${wbl}&sort=none&group=Nowhere&has=nothing&compare=xx,ke&utm_source=mail`);
  await expect(names(page)).toHaveCount(190);
  await expect(page.getByRole("checkbox", { name: "Compare Kenya", exact: true })).toBeChecked();
  expect(query(page)).toEqual({ lang: "en", compare: "ke", utm_source: "mail" });
});

test("the ranking comes as a table", async ({ page }) => {
  await page.goto("frameworks/wbl-2020.es.html?lang=es");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "La clasificación como tabla (CSV)" }).click()]);
  expect(download.suggestedFilename()).toBe("wbl-2020-ranking.es.csv");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("all cards can be read", async ({ page }) => {
    await page.goto(wbl);
    await expect(page.locator(".ranking tbody tr")).toHaveCount(190);
    await expect(page.locator("noscript p").first()).toContainText("Scripts are off in this browser, so no calculator opens here.");
  });
});

for (const [width, colorScheme] of [[360, "dark"], [1280, "light"]]) {
  test(`axe finds nothing in the overview, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${sunlight}&compare=oh,ct`);
    for (const fold of await page.locator(".overview summary").all()) await fold.click();
    expect(await axe(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBe(0);
  });
}
