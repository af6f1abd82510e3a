// Whatever fails, the visitor reads what happened and what to do, and the published card stays.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "./visitor.mjs";

test.use({ expectsErrors: true });

const dist = new URL("../../dist/", import.meta.url);
const built = (pattern) => readdirSync(dist).find((name) => pattern.test(name));

async function tells(lawgrade, ...parts) {
  for (const part of parts) await expect(lawgrade.notice).toContainText(part);
  await expect(lawgrade.notice.getByRole("button", { name: "Load again" })).toBeVisible();
}

async function keepsTheCard(page) {
  await expect(page.getByRole("row", { name: "Criminal provisions for demand 16.5 25" })).toBeVisible();
  await expect(page.getByText("79 of 102.5 points, grade C")).toBeVisible();
}

const failures = [
  ["the program is missing", /_bg\.wasm$/, { status: 404 }, ["could not start", "The program: the server answered 404"]],
  ["the program cannot be fetched", /_bg\.wasm$/, "abort", ["The program: it could not be fetched", "Check the connection"]],
  ["the program is cut off", /_bg\.wasm$/, "half", ["The program: the browser refused to run it"]],
  ["the program's script is missing", /lawgrade-.*\.js$/, { status: 404 }, ["The program’s script: it could not be loaded"]],
  ["the data is missing", /ct-2019.*json$/, { status: 500 }, ["The data of the card: the server answered 500"]],
  ["the data cannot be fetched", /ct-2019.*json$/, "abort", ["The data of the card: it could not be fetched", "Check the connection"]],
  ["the data is damaged", /ct-2019.*json$/, { body: '{"id": "ct-20' }, ["The data of the card: it is damaged"]],
  ["the data is another thing", /ct-2019.*json$/, { body: "[]" }, ["The data: the framework cannot be read"]],
];

for (const [name, pattern, answer, parts] of failures) {
  test(name, async ({ lawgrade, page }) => {
    await page.route(pattern, (route) => {
      if (answer === "abort") return route.abort();
      const headers = { "content-type": pattern.source.includes("wasm") ? "application/wasm" : "application/json" };
      if (answer === "half") {
        const program = readFileSync(new URL(built(pattern), dist));
        return route.fulfill({ body: program.subarray(0, program.length / 2), headers });
      }
      return route.fulfill({ body: "", headers, ...answer });
    });
    await page.goto("");
    await tells(lawgrade, ...parts);
    await keepsTheCard(page);
  });
}

test("the card's figures do not add up", async ({ lawgrade, page }) => {
  const data = JSON.parse(readFileSync(new URL(built(/ct-2019/), dist)));
  data.card.published.total = 80;
  data.card.provisions[0].inLaw = false;
  await page.route(/ct-2019.*json$/, (route) => route.fulfill({ json: data }));
  await page.goto("");
  await tells(lawgrade, "card /published/total: expected 79, the sum of the published sections, found 80");
  await keepsTheCard(page);
});

test("the browser has no WebAssembly", async ({ lawgrade, page }) => {
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto("");
  await tells(lawgrade, "this browser cannot run WebAssembly", "Open the page in another browser");
  await keepsTheCard(page);
});

test.describe("scripts off", () => {
  test.use({ javaScriptEnabled: false });
  test("the published card can be read", async ({ page }) => {
    await page.goto("");
    await expect(page.locator("noscript p")).toContainText("Scripts are off in this browser");
    await keepsTheCard(page);
    await expect(page.getByText("This is an independent calculator.")).toBeVisible();
  });
});

// A listener that throws in the middle of the program's work leaves it in a state from which the next
// click panics. Both must be told.
test("a fault while the page is used", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await page.evaluate(() => {
    Object.defineProperty(CharacterData.prototype, "nodeValue", { set() { throw new Error("spoilt"); } });
    Object.defineProperty(Node.prototype, "nodeValue", { set() { throw new Error("spoilt"); } });
  });
  await lawgrade.component("2.1").getByRole("checkbox").first().click();
  await tells(lawgrade, "The calculator has stopped.", "Load the page again to go on.");
});
