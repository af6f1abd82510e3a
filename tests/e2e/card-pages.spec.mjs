// A page for each card of a framework: what it came to and every answer, to be read without any program.
import { readFileSync, readdirSync } from "node:fs";
import { axe } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const dist = new URL("../../dist/", import.meta.url);
const kenya = "frameworks/wbl-2020/ke.html";
const text = (html) => html.replace(/<[^>]+>/g, "").replaceAll("&amp;", "&").replaceAll("&quot;", "\"");

for (const [id, count] of [["wbl-2020", 190], ["sunlight-2015", 50], ["chicago-2019", 148]]) {
  for (const ending of [".html", ".es.html"]) {
    test(`every card of ${id} has a page that says what the ranking says (${ending})`, () => {
      const ranking = readFileSync(new URL(`frameworks/${id}${ending}`, dist), "utf8");
      const rows = [...ranking.matchAll(/<tr data-subject="([^"]+)"[^>]*>.*?<\/tr>/g)].filter(([row]) => row.includes("<th scope"));
      expect(rows).toHaveLength(count);
      for (const [row, subject] of rows) {
        const page = readFileSync(new URL(`frameworks/${id}/${subject}${ending}`, dist), "utf8");
        const name = text(/<a href="[^"]*"[^>]*>(.*?)<\/a>/.exec(row)[1]);
        const figures = [...row.split("</th>")[1].matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => text(cell));
        const heading = text(/<h1>(.*?)<\/h1>/.exec(page)[1]);
        expect(heading.startsWith(`${name}: `), `${subject}: ${heading}`).toBe(true);
        expect(figures, `${subject}: ${heading}`).toContain(/: (-?[\d.,]+)/.exec(heading.slice(name.length))[1]);
      }
    });
  }
}

test("it says the result, the rank and every answer, and leads to the calculator", async ({ page }) => {
  await page.goto(kenya);
  await expect(page).toHaveTitle("Kenya: 80.6 · Women, Business and the Law 2020");
  await expect(page.locator(".lead")).toHaveText("Kenya under Women, Business and the Law 2020: 80.6. Published: 80.6. Rank 82 of 190. 2 others have the same rank.");
  const table = (part) => page.locator(`h2:text-is("${part}") + table tbody tr`);
  await expect(table("Mobility: 4 of 4")).toHaveCount(4);
  await expect(table("Pension: 3 of 4").last()).toContainText("no");
  await expect(page.locator("main table:has(thead th:text-is('Question')) tbody tr")).toHaveCount(35);
  await page.getByRole("link", { name: "open the calculator for Kenya" }).click();
  await expect(page.locator("#total")).toHaveText("80.6");
});

test("what does not apply is said, in the language of the page, and names stay in theirs", async ({ page }) => {
  const files = readdirSync(new URL("frameworks/chicago-2019/", dist)).filter((name) => name.endsWith(".es.html"));
  const file = files.find((name) => readFileSync(new URL(`frameworks/chicago-2019/${name}`, dist), "utf8").includes("<td>no corresponde</td>"));
  expect(file).toBeTruthy();
  await page.goto(`frameworks/chicago-2019/${file}`);
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.locator("h1 span[lang=en]")).toHaveCount(1);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("h1 span[lang]")).toHaveCount(0);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("a name in the ranking leads to its page, and back", async ({ page }) => {
    await page.goto("frameworks/wbl-2020.html");
    await page.locator(".ranking tbody").getByRole("link", { name: "Kenya", exact: true }).click();
    await expect(page.locator("h1")).toHaveText("Kenya: 80.6");
    await page.getByRole("link", { name: "All 190 cards of Women, Business and the Law 2020, ranked" }).click();
    await expect(page.locator(".ranking tbody tr")).toHaveCount(190);
  });
});

for (const [width, colorScheme] of [[320, "dark"], [1280, "light"]]) {
  test(`axe finds nothing in a card's page, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const address of [kenya, "frameworks/sunlight-2015/oh.es.html"]) {
      await page.goto(address);
      expect(await axe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
  });
}
