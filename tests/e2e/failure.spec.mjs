// Whatever fails, the visitor reads what happened and what to do, and the published card stays.
import { readdirSync, readFileSync } from "node:fs";
import { asIfIdle } from "../idle.mjs";
import { asPublished, expect, test } from "./visitor.mjs";

test.use({ expectsErrors: true });

const dist = new URL("../../dist/", import.meta.url);
const built = (pattern) => readdirSync(dist).find((name) => pattern.test(name));

async function tells(lawgrade, ...parts) {
  for (const part of parts) await expect(lawgrade.notice).toContainText(part);
  await expect(lawgrade.notice.getByRole("button", { name: "Load again" })).toBeVisible();
}

async function keepsTheCard(page) {
  await expect(page.getByRole("heading", { name: "Criminal provisions for demand" })).toBeVisible();
  await expect(page.getByText("16.5 of 25 points, as published")).toBeVisible();
  await expect(page.getByText("People who buy sex with a minor are outside the trafficking law.").first()).toBeVisible();
  await expect(page.getByText("79 of 102.5 points, grade C")).toBeVisible();
}

const failures = [
  ["the program is missing", /lawgrade-.*\.wasm$/, { status: 404 }, ["could not start", "The program: the server answered 404"]],
  ["the program cannot be fetched", /lawgrade-.*\.wasm$/, "abort", ["The program: it could not be fetched", "Check the connection"]],
  ["the program is cut off", /lawgrade-.*\.wasm$/, "half", ["The program: the browser refused to run it"]],
  ["the program's script is missing", /lawgrade-.*\.js$/, { status: 404 }, ["The program’s script: it could not be loaded"]],
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

// The page as it was built, changed by a test.
async function changed(page, change) {
  const html = asIfIdle(readFileSync(new URL("connecticut.html", dist), "utf8"));
  const other = change(html);
  expect(other).not.toBe(html);
  await page.route(/sub-path\/connecticut\.html$/, (route) => route.fulfill({ body: other, contentType: "text/html; charset=utf-8" }));
  await page.goto("");
}

for (const [name, change] of [
  ["the data is damaged", (html) => html.replace("\nct-2019\n", "\nct-2018\n")],
  ["the page is loaded by half", (html) => html.slice(0, html.lastIndexOf("\nct-2019\n"))],
  ["the data is missing", (html) => html.replace(/<script type="text\/plain" id="data">[^<]*<\/script>/, "")],
]) {
  test(name, async ({ lawgrade, page }) => {
    await changed(page, change);
    await tells(lawgrade, "The data of the card: the data is damaged");
    await keepsTheCard(page);
  });
}

test("the program comes under a wrong type", async ({ lawgrade, page }) => {
  await page.route(/lawgrade-.*\.wasm$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
  });
  await lawgrade.open();
  await lawgrade.shows(asPublished);
});

// What a script could not say is said by the page itself.
for (const [name, prevent] of [
  ["the start script comes under a wrong type", (page) => page.route(/boot-.*js$/, (route) => route.fulfill({ body: "", contentType: "text/html" }))],
  ["the start script cannot be fetched", (page) => page.route(/boot-.*js$/, (route) => route.abort())],
  ["a policy forbids all scripts", (page) => changed(page, (html) => html.replace("<head>", "<head><meta http-equiv=\"content-security-policy\" content=\"script-src 'none'\">"))],
  ["the browser is too old for the start script", (page) => page.route(/boot-.*js$/, (route) => route.fulfill({ body: "let private = class { #new = 1; old! };", contentType: "text/javascript" }))],
]) {
  test(name, async ({ page }) => {
    await prevent(page);
    if (page.url() === "about:blank") await page.goto("");
    await expect(page.locator("#waiting")).toBeHidden();
    await keepsTheCard(page);
    await expect(page.locator("#waiting")).toBeVisible({ timeout: 15000 });
    await expect(page.locator("#waiting")).toContainText("scripts or WebAssembly switched off, a policy, or a browser older than Safari 15.4");
  });
}

test("a policy forbids WebAssembly", async ({ lawgrade, page }) => {
  await changed(page, (html) => html.replace("<head>", "<head><meta http-equiv=\"content-security-policy\" content=\"script-src 'self'\">"));
  await tells(lawgrade, "The program: the browser refused to run it");
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
    Object.defineProperty(document.getElementById("total"), "textContent", { get: () => "", set() { throw new Error("spoilt"); } });
  });
  await lawgrade.component("2.1").getByRole("checkbox").first().click();
  await tells(lawgrade, "The calculator has stopped.", "Load the page again to go on.");
});
