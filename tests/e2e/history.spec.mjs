// The years of Women, Business and the Law: one is chosen or played, a country's steps are told, and who gained most.
import { readFileSync } from "node:fs";
import { axe } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const wbl = "frameworks/wbl-2020.html?lang=en";

const query = (page) => Object.fromEntries(new URL(page.url()).searchParams);
const years = (page) => page.locator("#years");
const status = (page) => years(page).locator("> [role=status]");
const year = (page) => years(page).getByRole("slider", { name: "Year" });
const ranking = (page) => page.locator(".overview > .wide .ranking");
const open = async (page, address = wbl) => {
  await page.goto(address);
  await page.getByText("Over the years, 1971 to 2020").click();
  await expect(year(page)).toHaveValue("2020");
};
const choose = async (page, wanted) => {
  await year(page).fill(String(wanted));
  await expect(status(page)).toContainText(`${wanted} is shown on the map and in the ranking.`);
};

// The panel as it was published, by economy; runs of years.
const panel = readFileSync(new URL("../vectors/wbl-2020.csv", import.meta.url), "utf8").trim().split("\n").slice(1).map((line) => line.split(","));
const run = (economy, of) => panel.find(([code, first, last]) => code === economy && first <= of && of <= last);
// As the page writes a figure.
const plain = (figure) => String(Number(figure));

test("the years come when they are asked for, and nothing of them before", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => /history-|years-|world-/.test(request.url()) && asked.push(new URL(request.url()).pathname.split("/").pop()));
  await page.goto(wbl);
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  await page.getByText("Over the years, 1971 to 2020").click();
  await expect(year(page)).toHaveValue("2020");
  await expect(years(page).locator(".world .country").first()).toBeVisible();
  expect(asked.map((name) => name.split("-")[0]).sort()).toEqual(["history", "history", "world", "years"]);
  expect(query(page)).toEqual({ lang: "en" });
});

test("the last year is what the build has written", async ({ page }) => {
  await page.goto(wbl);
  const before = await ranking(page).locator("tbody").innerText();
  await page.getByText("Over the years, 1971 to 2020").click();
  const reformers = years(page).locator(".reformers table");
  const built = await reformers.innerText();
  await expect(year(page)).toHaveValue("2020");
  expect(await reformers.innerText()).toBe(built);
  expect(await ranking(page).locator("tbody").innerText()).toBe(before);
  await choose(page, 1985);
  expect(await ranking(page).locator("tbody").innerText()).not.toBe(before);
  await page.getByRole("button", { name: "Back to 2020" }).click();
  await expect(page.locator("#overview .filters select").first()).toBeFocused();
  expect(await ranking(page).locator("tbody").innerText()).toBe(before);
  await expect(page.locator(".in-year")).toBeHidden();
});

test("a year that is chosen is on the map, in the ranking, in its filters and in the address", async ({ page }) => {
  await open(page);
  await choose(page, 1990);
  const [, , , answers, ...figures] = run("KEN", "1990");
  const row = ranking(page).locator("tr[data-subject=ke]");
  // Behind the box: rank, group, index, the sections.
  const cells = (await row.locator("td:not(.box)").allTextContents()).slice(2);
  expect(cells).toEqual([figures[8], ...figures.slice(0, 8)].map(plain));
  const better = panel.filter(([, first, last, , ...of]) => first <= "1990" && last >= "1990" && Number(of[8]) > Number(figures[8])).length;
  await expect(row.locator("td:not(.box)").first()).toHaveText(String(better + 1));
  await expect(years(page).locator(".world path[data-subject=ke] title")).toHaveText(`Kenya, 1990: ${plain(figures[8])}`);
  await expect(page.locator(".in-year")).toHaveText("The ranking shows 1990, and a name in it opens the law of that year as changes to the card of 2020. So does the comparison. The other parts, and the ranking as a table, are those of 2020. Back to 2020");
  await page.getByRole("search").getByLabel("Yes to").selectOption("equal-pay");
  const equalPay = 8;
  const held = panel.filter(([, first, last, of]) => first <= "1990" && last >= "1990" && of[equalPay] === "1").length;
  await expect(page.locator(".shown")).toHaveText(`${held} of 190 shown.`);
  expect(answers.length).toBe(35);
  await expect.poll(() => query(page)).toEqual({ lang: "en", has: "equal-pay", year: "1990" });
  await page.reload();
  await expect(year(page)).toHaveValue("1990");
  await expect(page.locator(".in-year")).toContainText("The ranking shows 1990");
  // The other language keeps it.
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.locator("#years summary")).toHaveText("A lo largo de los años, de 1971 a 2020");
  await expect(page.getByRole("slider", { name: "Año" })).toHaveValue("1990");
  await expect(page.locator(".in-year")).toContainText("La clasificación muestra 1990");
  await page.goBack();
  await expect(year(page)).toHaveValue("1990");
});

test("a country below every card of today has a colour of its own, with its words", async ({ page }) => {
  await open(page);
  await choose(page, 1971);
  await expect(years(page).locator(".world path[data-subject=ae]")).toHaveClass(/step-8/);
  await expect(years(page).locator(".legend li").last()).toHaveText("10 to below 20");
  await expect(years(page).locator(".legend li")).toHaveCount(9);
});

test("years are played and paused, told once they stay", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await open(page);
  await years(page).getByRole("button", { name: "Play" }).click();
  const pause = years(page).getByRole("button", { name: "Pause" });
  await expect(pause).toBeFocused();
  await expect.poll(() => year(page).inputValue().then(Number)).toBeGreaterThan(1973);
  // Nobody is told of every year, and the address is not written.
  await expect(status(page)).toHaveText("");
  expect(query(page).year).toBe(undefined);
  await pause.click();
  const at = await year(page).inputValue();
  await expect(status(page)).toContainText(`${at} is shown on the map and in the ranking.`);
  expect(query(page).year).toBe(at);
  await page.waitForTimeout(1500);
  await expect(year(page)).toHaveValue(at);
  // It goes on where it stood, and ends with the last year.
  await choose(page, 2018);
  await years(page).getByRole("button", { name: "Play" }).click();
  await expect(years(page).getByRole("button", { name: "Play" })).toBeVisible();
  await expect(status(page)).toContainText("2020 is shown");
  expect(query(page).year).toBe(undefined);
});

test("played from the year before it, the last year is the end", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await open(page);
  await choose(page, 2019);
  await years(page).getByRole("button", { name: "Play" }).click();
  await expect(status(page)).toContainText("2020 is shown");
  await page.waitForTimeout(1500);
  await expect(year(page)).toHaveValue("2020");
});

test("a name leads to the year that is said beside it", async ({ page }) => {
  await open(page);
  await choose(page, 1990);
  const toKenya = page.locator(".overview > .wide .ranking tr[data-subject=ke] th a");
  await expect(toKenya).toHaveAttribute("href", /^#wbl-2020\/ke\/off=/);
  // Those who gained most are told by their cards, and so does the map that has no year.
  await years(page).locator(".reformers select").first().selectOption("1980");
  for (const link of await years(page).locator(".reformers tbody a").all()) await expect(link).toHaveAttribute("href", /^#wbl-2020\/\w+$/);
  await page.getByText("On a map", { exact: true }).click();
  await page.locator("#map .world path[data-subject=ke]").dispatchEvent("click");
  await expect(page.getByRole("region", { name: "The result" })).toContainText("80.6 of 100");
  expect(new URL(page.url()).hash).toBe("#wbl-2020/ke");
});

test("a fold that was closed stays closed, also where the address asks for something in it", async ({ page }) => {
  await page.goto(`${wbl}&line=ke`);
  await expect(year(page)).toHaveValue("2020");
  await page.getByText("Over the years, 1971 to 2020").click();
  await page.locator(".overview > .wide .ranking tr[data-subject=in] th a").click();
  await expect(page.getByRole("region", { name: "The result" })).toContainText("of 100");
  await expect(years(page)).not.toHaveAttribute("open");
});

test("with reduced motion nothing moves by itself", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await expect(years(page).getByRole("button", { name: "Play" })).toHaveCount(0);
  const next = years(page).getByRole("button", { name: "Next year" });
  await next.click();
  await expect(status(page)).toContainText("1971 is shown");
  await next.click();
  await expect(status(page)).toContainText("1972 is shown");
  await page.waitForTimeout(1500);
  await expect(year(page)).toHaveValue("1972");
  expect(query(page).year).toBe("1972");
});

for (const [economy, subject, name] of [["KEN", "ke", "Kenya"], ["IND", "in", "India"], ["ESP", "es", "Spain"]]) {
  test(`every step of ${name} names what moved it, as in the panel`, async ({ page }) => {
    await open(page);
    await years(page).getByLabel("The steps of").selectOption({ label: name });
    const runs = panel.filter(([code]) => code === economy);
    const rows = years(page).locator(".steps tbody tr");
    await expect(rows).toHaveCount(runs.length);
    const labels = await page.locator("#who [data-provision] th").allTextContents();
    for (const [place, [, first, , answers, ...figures]] of runs.entries()) {
      const row = rows.nth(place);
      await expect(row.locator("th")).toHaveText(first);
      await expect(row.locator("td").first()).toHaveText(plain(figures[8]));
      if (!place) continue;
      const before = runs[place - 1][3];
      const moved = [...answers].flatMap((answer, provision) => (answer === before[provision] ? [] : [`${answer === "1" ? "Now yes" : "No longer"}: ${labels[provision]}`]));
      await expect(row.locator("li")).toHaveText(moved);
    }
    const figure = (at) => plain(run(economy, at)[12]);
    await expect(years(page).getByRole("img")).toHaveAccessibleName(`${name}: ${figure("1971")} in 1971, ${figure("2020")} in 2020. The table below has every step.`);
    await expect.poll(() => query(page).line).toBe(subject);
    // Any year starts a scenario.
    const [, first, , , ...figures] = runs[1];
    await rows.nth(1).getByRole("link", { name: `Start from ${first}` }).click();
    await expect(page.getByRole("region", { name: "The result" })).toContainText(`${plain(figures[8])} of 100`);
    await expect(page.locator("#notice")).toBeHidden();
    await expect(page).toHaveURL(new RegExp(`#wbl-2020/${subject}/`));
  });
}

test("the biggest reformers between two years are those of the panel, ties as ties", async ({ page }) => {
  await page.goto(`${wbl}&from=2000&to=2010`);
  await expect(year(page)).toHaveValue("2020");
  const figure = (economy, at) => Math.round(Number(run(economy, at)[12]) * 10);
  const economies = [...new Set(panel.map(([code]) => code))];
  const gains = economies.map((economy) => figure(economy, "2010") - figure(economy, "2000")).sort((one, other) => other - one);
  const listed = gains.filter((gain) => 1 + gains.filter((other) => other > gain).length <= 10);
  const rows = years(page).locator(".reformers tbody tr");
  const told = await Promise.all((await rows.all()).map((row) => row.locator("td").allTextContents()));
  expect(told.map(([rank, , , gain]) => [Number(rank), Math.round(Number(gain) * 10)])).toEqual(listed.map((gain) => [1 + gains.filter((other) => other > gain).length, gain]));
  for (const [, before, after, gain] of told) expect(Math.round((after - before) * 10)).toBe(Math.round(gain * 10));
  const [from, to] = [0, 1].map((place) => years(page).locator(".reformers select").nth(place));
  await to.selectOption("1999");
  await expect(years(page).locator(".reformers p")).toHaveText("Choose a later year in “To”.");
  await expect(years(page).locator(".reformers table")).toBeHidden();
  await expect.poll(() => query(page)).toEqual({ lang: "en", from: "2000", to: "1999" });
  await from.selectOption("1971");
  await expect(years(page).locator(".reformers table")).toBeVisible();
});

test("with the keyboard alone", async ({ page }) => {
  await page.goto(wbl);
  await page.locator("#years summary").focus();
  await page.keyboard.press("Enter");
  await expect(year(page)).toHaveValue("2020");
  await page.keyboard.press("Tab");
  await expect(year(page)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(status(page)).toContainText("2018 is shown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(years(page).getByRole("button", { name: "Pause" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(years(page).getByRole("button", { name: "Play" })).toBeFocused();
});

test("an address with years that there are not opens all the same", async ({ page }) => {
  await page.goto(`${wbl}&year=1066&line=atlantis&from=x&to=3000&utm_source=mail`);
  await expect(year(page)).toHaveValue("2020");
  expect(query(page)).toEqual({ lang: "en", utm_source: "mail" });
});

test("a step back brings back the year", async ({ page }) => {
  await page.goto(`${wbl}&year=1980&line=ke`);
  await expect(year(page)).toHaveValue("1980");
  await years(page).getByRole("link", { name: "Start from 1972" }).click();
  await expect(page.locator("#subject option:checked")).toHaveText("Kenya");
  await choose(page, 2000);
  await page.goBack();
  await expect(year(page)).toHaveValue("1980");
  await expect(page.locator(".in-year")).toContainText("The ranking shows 1980");
});

test("under the strict policy the years are drawn", async ({ page }) => {
  await page.goto(`../strict/${wbl}&line=ke&year=1990`);
  await expect(years(page).getByRole("img")).toBeVisible();
  await expect(years(page).locator(".world path.country").first()).toBeVisible();
});

test("all years come as a table", async ({ page }) => {
  await open(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "All years as a table (CSV)" }).click()]);
  expect(download.suggestedFilename()).toBe("wbl-2020-years.csv");
});

test.describe("years that do not come", () => {
  test.use({ expectsErrors: true });
  test("are told, and tried again", async ({ page }) => {
    await page.route(/years-en-.*json/, (route) => route.abort());
    await page.goto(wbl);
    await page.locator("#years summary").click();
    await expect(status(page)).toContainText("The years could not be loaded.");
    await page.unroute(/years-en-.*json/);
    await page.locator("#years summary").click();
    await page.locator("#years summary").click();
    await expect(year(page)).toHaveValue("2020");
    await expect(status(page)).toHaveText("");
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the biggest reformers can be read", async ({ page }) => {
    await page.goto(wbl);
    // Without scripts, nothing tells the test that what it would click stands still.
    await page.locator("#years").evaluate((fold) => (fold.open = true));
    await expect(page.locator("#years tbody tr").first()).toBeVisible();
    expect(await page.locator("#years tbody tr").count()).toBeGreaterThanOrEqual(10);
    await expect(page.locator("#years noscript p")).toHaveText("Scripts are off in this browser, so no year can be chosen here.");
  });
});

for (const [width, colorScheme] of [[360, "dark"], [1280, "light"]]) {
  test(`axe finds nothing in the years, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${wbl}&year=1990&line=ke`);
    await expect(years(page).getByRole("img")).toBeVisible();
    await expect(years(page).locator(".world path.country").first()).toBeVisible();
    expect(await axe(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBe(0);
  });
}
