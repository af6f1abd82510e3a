// Looking among the questions of a framework's calculator: words, filters, and how many of the others have what.
import { axe } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const wbl = "frameworks/wbl-2020.html?lang=en";
const kenya = "#wbl-2020/ke";
const questions = (page) => page.locator("[data-question]:visible");
const field = (page) => page.getByRole("searchbox", { name: "Find a question" });
const filter = (page, name) => page.locator(".finder button[aria-pressed]", { hasText: name });
const showAll = (page) => page.locator(".finder").getByRole("button", { name: "Show all" });
const shown = (page) => page.locator(".finder .shown");
const box = (page, name) => page.getByRole("checkbox", { name });
const query = (page) => new URL(page.url()).searchParams;
const asked = (page) => [query(page).get("show"), query(page).get("search")];

async function open(page, query = "", address = kenya) {
  await page.goto(`${wbl}${query}${address}`);
  await expect(page.locator("#total")).not.toBeEmpty();
}

test("words find questions and parts in any case, with or without accents; Escape clears the field", async ({ page }) => {
  await open(page);
  await expect(questions(page)).toHaveCount(35);
  await expect(shown(page)).toHaveText("35 of 35 questions shown.");
  await field(page).fill("  MOTHERS páid ");
  await expect(questions(page)).toHaveCount(1);
  await expect(shown(page)).toHaveText("1 of 35 questions shown.");
  await expect(page.locator(".section:visible h2")).toHaveText(["Parenthood"]);
  await expect(page.locator("#calculator [role=status].visually-hidden")).toHaveText("1 of 35 questions shown.");
  await field(page).fill("zebra");
  await expect(shown(page)).toHaveText("0 of 35 questions shown. No question fits all of this.");
  await expect(page.locator(".section:visible")).toHaveCount(0);
  await field(page).press("Escape");
  await expect(field(page)).toHaveValue("");
  await expect(field(page)).toBeFocused();
  await expect(questions(page)).toHaveCount(35);
  // The title of a part finds its questions.
  await field(page).fill("mobility");
  await expect(questions(page)).toHaveCount(4);
});

test("filters have counts, compose, and stay where nothing would be left", async ({ page }) => {
  await open(page);
  await expect(filter(page, "Not fully met")).toHaveText("Not fully met 7");
  await expect(filter(page, "Changed")).toHaveText("Changed 0");
  await expect(filter(page, "Changed")).toHaveAttribute("aria-disabled", "true");
  await filter(page, "Changed").click({ force: true });
  await expect(filter(page, "Changed")).toHaveAttribute("aria-pressed", "false");
  await filter(page, "Not fully met").click();
  await expect(filter(page, "Not fully met")).toHaveAttribute("aria-pressed", "true");
  await expect(filter(page, "Not fully met")).toBeFocused();
  await expect(questions(page)).toHaveCount(7);
  await filter(page, "Worth most now").click();
  await expect(questions(page)).toHaveCount(3);
  await field(page).fill("business");
  await expect(shown(page)).toHaveText("1 of 35 questions shown.");
  // What is answered stays where it is, with the focus, and the counts follow.
  await box(page, "A woman can register a business").focus();
  await page.keyboard.press("Space");
  await expect(page.locator("#total")).toHaveText("83.8");
  await expect(box(page, "A woman can register a business")).toBeFocused();
  await expect(filter(page, "Not fully met")).toHaveText("Not fully met 0");
  await expect(filter(page, "Not fully met")).toHaveAttribute("aria-disabled", "false");
  await page.keyboard.press("Control+z");
  await expect(page.locator("#total")).toHaveText("80.6");
  await expect(box(page, "A woman can register a business")).toBeFocused();
  await showAll(page).click();
  await expect(questions(page)).toHaveCount(35);
  await expect(shown(page)).toBeFocused();
  await expect(showAll(page)).toHaveAttribute("aria-disabled", "true");
});

test("what plans leave out, what is changed and what most others have", async ({ page }) => {
  await open(page, "", `${kenya}/on=parental-leave/without=equal-pay`);
  await filter(page, "Changed").click();
  await expect(questions(page).locator("label")).toContainText(["There is paid leave that parents can share"]);
  await filter(page, "Changed").click();
  await filter(page, "Left out of plans").click();
  await expect(questions(page)).toHaveCount(1);
  await expect(questions(page)).toContainText("Work of equal value must be paid equally");
  await filter(page, "Left out of plans").click();
  await filter(page, "Most others have it").click();
  await expect(box(page, "Mothers have at least 14 weeks of paid leave")).toBeVisible();
  for (const question of await questions(page).all()) {
    const [, yes, all] = /(\d+) of (\d+) others have it/.exec(await question.locator("summary").textContent());
    expect(2 * yes).toBeGreaterThan(Number(all));
    await expect(question.getByRole("checkbox")).not.toBeChecked();
  }
});

test("the search is in the address, after a reload, with another card and language, and after a step back", async ({ page }) => {
  await open(page, "&sort=name");
  await filter(page, "Worth most now").click();
  await filter(page, "Not fully met").click();
  await expect.poll(() => asked(page)).toEqual(["no,worth-most", null]);
  expect(page.url()).toContain("show=no,worth-most");
  expect(query(page).get("sort")).toBe("name");
  await field(page).fill("credit");
  await expect.poll(() => asked(page)).toEqual(["no,worth-most", "credit"]);
  expect(new URL(page.url()).hash).toBe(kenya);
  await page.reload();
  await expect(field(page)).toHaveValue("credit");
  await expect(questions(page)).toHaveCount(1);
  // Another card is an entry of its own, with the same search; back leads to the card before.
  await field(page).fill("");
  await expect.poll(() => asked(page)).toEqual(["no,worth-most", null]);
  await page.locator("#subject").selectOption({ label: "Latvia" });
  await expect(page.locator("#total")).toHaveText("100");
  await expect(filter(page, "Not fully met")).toHaveAttribute("aria-pressed", "true");
  await expect(questions(page)).toHaveCount(0);
  await showAll(page).click();
  await expect.poll(() => asked(page)).toEqual([null, null]);
  await page.goBack();
  await expect(page.locator("#total")).toHaveText("80.6");
  await expect(questions(page)).toHaveCount(3);
  await page.goForward();
  await expect(page.locator("#total")).toHaveText("100");
  await expect(questions(page)).toHaveCount(35);
  await page.goBack();
  await expect(questions(page)).toHaveCount(3);
  await page.locator(".languages a").first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(questions(page)).toHaveCount(3);
  expect(asked(page)).toEqual(["no,worth-most", null]);
});

test("what an address asks for and nobody knows is left out", async ({ page }) => {
  await open(page, "&show=nothing,changed,No&search=%20");
  await expect(filter(page, "Changed")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".finder [aria-pressed=true]")).toHaveCount(1);
  await expect.poll(() => asked(page)).toEqual(["changed", null]);
  await open(page, "&show=none&search=");
  await expect(questions(page)).toHaveCount(35);
});

test("a link to a part that is not shown leads there", async ({ page }) => {
  await open(page);
  await field(page).fill("mobility");
  await expect(page.locator("#part-pension")).toBeHidden();
  await page.locator(".bar-name", { hasText: "Pension" }).click();
  await expect(page.locator("#part-pension")).toBeInViewport();
  await expect(page.locator("#part-pension")).toBeFocused();
  await expect(field(page)).toHaveValue("");
  await expect(questions(page)).toHaveCount(35);
  await expect.poll(() => new URL(page.url()).hash).toBe(kenya);
  // One that is shown changes nothing.
  await field(page).fill("pension");
  await page.locator(".bar-name", { hasText: "Pension" }).click();
  await expect(field(page)).toHaveValue("pension");
});

test("the panel says what one change would bring, and leads to it", async ({ page }) => {
  await open(page);
  const next = page.locator(".next");
  await expect(next).toHaveText("One change would bring 83.8. See the 3 ways");
  await next.getByRole("button").click();
  await expect(questions(page)).toHaveCount(3);
  await expect(shown(page)).toBeFocused();
  await box(page, "A woman can register a business").check();
  await expect(next).toHaveText("One change would bring 86.9. See the 2 ways");
  await page.locator("#subject").selectOption({ label: "Latvia" });
  await expect(next).toHaveText("No single change would bring more.");
});

test("how many of the others have each provision, by the keyboard as well", async ({ page }) => {
  await open(page);
  const maternity = page.locator(".provision", { hasText: "Mothers have at least 14 weeks of paid leave" });
  const summary = maternity.locator("summary");
  await expect(summary).toContainText("115 of 189 others have it");
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(maternity.locator(".others p")).toHaveText("By the cards of 2020: Benin, Burkina Faso, Cameroon and 112 more. This card is not counted.");
  await page.goto("frameworks/sunlight-2015.html#sunlight-2015/oh");
  const bill = page.locator(".provision", { hasText: "Reports name each bill or action that lobbyists worked on" });
  await expect(bill.locator("summary")).toContainText("of 49 others have at least this");
  await expect(page.locator(".provision", { hasText: "None of these" }).locator(".others")).toHaveCount(0);
});

test("in Spanish, with and without accents", async ({ page }) => {
  await page.goto("frameworks/wbl-2020.es.html#wbl-2020/ke");
  const spanish = page.getByRole("searchbox", { name: "Buscar una pregunta" });
  await spanish.fill("pension");
  const found = await questions(page).count();
  expect(found).toBeGreaterThan(3);
  await spanish.fill("PENSIÓN");
  await expect(questions(page)).toHaveCount(found);
  await expect(shown(page)).toHaveText(`Se muestran ${found} de 35 preguntas.`);
  const maternity = page.locator(".provision", { hasText: "14 semanas" });
  await spanish.fill("14 semanas");
  await maternity.locator("summary").click();
  await expect(maternity.locator(".others")).toContainText("Lo tienen 115 de los otros 189");
  await expect(maternity.locator(".others p")).toHaveText("Según los informes de 2020: Benín, Burkina Faso, Camerún y 112 más. Este informe no se cuenta.");
});

test("on paper, all questions are there", async ({ page }) => {
  await open(page, "&search=mobility");
  await expect(questions(page)).toHaveCount(4);
  // Without the sheet that the page makes for paper.
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => document.body.removeAttribute("data-paper"));
  await expect(page.locator("[data-question].away").first()).toHaveCSS("display", /grid|list-item|block/);
  await expect(page.locator(".finder")).toBeHidden();
});

for (const [colorScheme, width] of [["light", 1280], ["dark", 360], ["light", 320]]) {
  test(`axe finds nothing in the search, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await open(page, "&show=no", `${kenya}/on=parental-leave`);
    await questions(page).first().locator("summary").click();
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("a search takes nothing out of an address that was not read", async ({ page }) => {
  await page.goto("frameworks/wbl-2020.html?lang=en#wbl-2020/ke/on=nonsense");
  const spanish = page.getByRole("link", { name: "Español" });
  await expect(page.locator("#notice, .unread").filter({ hasText: "nonsense" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Find a question" }).fill("leave");
  await expect(spanish).toHaveAttribute("href", /search=leave#wbl-2020\/ke\/on=nonsense$/);
});

test("a link to a part comes before a search that would hide it", async ({ page }) => {
  await page.goto("frameworks/wbl-2020.html?lang=en&show=changed#wbl-2020/ke");
  await expect(page.locator(".finder .shown")).toHaveText(/^0 of 35/);
  await page.getByRole("link", { name: "Mobility" }).first().click();
  await expect(page.locator(".finder .shown")).toHaveText("35 of 35 questions shown.");
  await expect(page.getByRole("status").filter({ hasText: "35 of 35" }).first()).toBeAttached();
});
