// The tools on the pages of other frameworks: saved scenarios, comparison, files, paper, words.
import { readFileSync } from "node:fs";
import { expect, test } from "./visitor.mjs";

const wbl = "frameworks/wbl-2020.html?lang=en";
const leave = "wbl-2020/ke/on=parental-leave";
const button = (page, name) => page.getByRole("button", { name });
const names = (page) => page.getByLabel("Name of the scenario", { exact: true });
const told = (page, tool) => page.locator(`#tool-${tool} .told`);
const hash = (page) => decodeURIComponent(new URL(page.url()).hash.slice(1));

async function open(page, address, result) {
  await page.goto(`${wbl}#${address}`);
  await expect(page.locator("#total")).toHaveText(result);
}

const unfold = (page, title) => page.locator(".tool", { hasText: title }).locator("summary").first().click();

async function saved(page, label) {
  const download = page.waitForEvent("download");
  await button(page, label).click();
  const done = await download;
  return { file: done.suggestedFilename(), text: readFileSync(await done.path(), "utf8") };
}

test("scenarios of several countries are saved, compared and opened; one of another framework leads to its page", async ({ page }) => {
  await open(page, leave, "83.1");
  await unfold(page, "Save and compare scenarios");
  await expect(page.getByLabel("A name for this scenario")).toHaveAttribute("placeholder", "Kenya, 83.1: 1 provision added");
  await button(page, "Save").click();
  await expect(told(page, "saved")).toHaveText("Saved: “Kenya, 83.1: 1 provision added”.");
  await page.locator("#subject").selectOption({ label: "Latvia" });
  await page.getByLabel("A name for this scenario").fill("As in Latvia");
  await page.getByLabel("A name for this scenario").press("Enter");
  await expect(names(page)).toHaveCount(2);

  const table = page.locator(".comparison");
  await expect(table.locator("thead b")).toHaveText(["Published card", "This scenario", "Kenya, 83.1: 1 provision added", "As in Latvia"]);
  await expect(table.getByRole("row", { name: "Index" }).getByRole("cell")).toHaveText(["100", "100", "83.1", "100"]);
  await expect(table.getByRole("row", { name: "Mothers have at least 14 weeks" }).getByRole("cell")).toHaveText(["yes", "yes", "no", "yes"]);
  await expect(table.locator("td.changed").first()).toHaveText("83.1");

  // The same list, on the page of another framework and on the calculator's own.
  await page.goto("frameworks/sunlight-2015.html?lang=en#sunlight-2015/oh");
  await unfold(page, "Save and compare scenarios");
  const kenya = page.locator(".saved .result-line").first();
  await expect(kenya).toHaveText("Kenya, Women, Business and the Law 2020");
  await expect(page.locator(".elsewhere tbody th")).toHaveText(["Kenya, 83.1: 1 provision added", "As in Latvia"]);
  await page.goto("?lang=en");
  await unfold(page, "Save and compare scenarios");
  await expect(kenya).toHaveText("Kenya, Women, Business and the Law 2020");
  await button(page, "Open Kenya").click();
  await expect(page.locator("#total")).toHaveText("83.1");
  expect(page.url()).toContain("/frameworks/wbl-2020.html");
  expect(hash(page)).toBe(leave);

  await unfold(page, "Save and compare scenarios");
  await button(page, "Open As in Latvia").click();
  await expect(page.locator("#total")).toHaveText("100");
  await expect(page.locator("#subject option:checked")).toHaveText("Latvia");
  await expect(told(page, "saved")).toHaveText("Opened: “As in Latvia”. 100.");
  await page.goBack();
  await expect(page.locator("#total")).toHaveText("83.1");
});

test("files hold the scenario, and each can be brought back", async ({ page }) => {
  await open(page, leave, "83.1");
  await unfold(page, "Share, print and download");
  const csv = await saved(page, "Spreadsheet (CSV)");
  expect(csv.file).toBe("lawgrade.csv");
  expect(csv.text).toContain('"Index","Kenya, Women, Business and the Law 2020",83.1,100,80.6,"computed"');
  const json = await saved(page, "Data (JSON)");
  const data = JSON.parse(json.text);
  expect([data.address, data.results[0].figure, data.results[0].published, data.changes.on]).toEqual([leave, 83.1, 80.6, ["parental-leave"]]);
  expect((await saved(page, "Picture (SVG)")).text).toContain(">83.1 of 100</text>");
  await expect(told(page, "take-away")).toContainText("The browser was asked to save lawgrade.svg");
  await page.locator("#subject").selectOption({ label: "Latvia" });
  await unfold(page, "Save and compare scenarios");
  for (const [{ file, text }, added, known] of [[json, 1, 0], [csv, 0, 1]]) {
    await page.getByLabel("Import a file").setInputFiles({ name: file, mimeType: "text/plain", buffer: Buffer.from(text) });
    await expect(told(page, "saved")).toHaveText(`Scenarios added: ${added}; there already: ${known}. Problems with the file: 0.`);
  }
  await expect(names(page)).toHaveCount(1);
  await expect(names(page)).toHaveValue("Kenya, 83.1: 1 provision added");
});

test("the words follow the scenario, and are copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, leave, "83.1");
  await unfold(page, "Share, print and download");
  const words = page.locator("#tool-take-away .document").first();
  await expect(words).toContainText("Kenya: from 80.6 to 83.1");
  await expect(words).toContainText("From rank 82 to rank 67 of 190");
  await button(page, "Copy as Markdown").click();
  await expect(told(page, "take-away")).toHaveText("The summary is in the clipboard.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("# Kenya: from 80.6 to 83.1");
  await button(page, "Reset").click();
  await expect(words).toContainText("Nothing is changed in this scenario.");
});

test("on paper it is a sheet, which goes with the next step", async ({ page }) => {
  await open(page, leave, "83.1");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".sheet")).toContainText("Kenya: from 80.6 to 83.1");
  await expect(page.locator(".sheet table").first()).toBeVisible();
  await expect(page.locator(".overview")).toBeHidden();
  await expect(page.locator(".panel")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".sheet")).toBeHidden();
  await page.keyboard.press("Control+z");
  await page.getByRole("checkbox", { name: "There is paid leave that parents can share" }).click();
  await expect(page.locator(".sheet")).toHaveCount(0);
});

test("the memo says who else has it; on paper it is a page; the letter opens in a mail program", async ({ page }) => {
  await open(page, leave, "83.1");
  await unfold(page, "Share, print and download");
  await page.getByText("Read the memo").click();
  const memo = page.locator(".memo .document");
  await expect(memo.getByRole("heading", { level: 3 })).toHaveText("Kenya: from 80.6 to 83.1");
  await expect(memo.locator("li")).toHaveText(/^There is paid leave that parents can share\. \d+ of 189 others have it\. By the cards of 2020: [A-Z].* more\.$/);
  await expect(memo).toContainText("From rank 82 to rank 67 of 190");
  // What is unfolded stays so while a visitor goes on.
  const pension = page.getByRole("checkbox", { name: "Time away from work to care for children counts towards a pension" });
  await pension.check();
  await expect(memo.locator("li")).toHaveCount(2);
  await expect(memo).toBeVisible();
  await pension.uncheck();
  await expect(memo.locator("li")).toHaveCount(1);
  const mail = new URL(await page.getByRole("link", { name: "Open the letter in your mail program" }).getAttribute("href"));
  expect(mail.searchParams.get("body")).toContain("To be put into law:\r\n- There is paid leave that parents can share\r\n");
  await page.evaluate(() => (window.print = () => dispatchEvent(new Event("beforeprint"))));
  await button(page, "Print the memo").click();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".sheet h3")).toHaveText("Kenya: from 80.6 to 83.1");
  await expect(page.locator(".sheet")).toContainText("others have it");
  for (const other of [".overview", ".panel", ".subject"]) await expect(page.locator(other).first()).toBeHidden();
});

test("in Spanish", async ({ page }) => {
  await page.goto(`frameworks/wbl-2020.es.html?lang=es#${leave}`);
  await expect(page.locator("#total")).toHaveText("83.1");
  await page.locator(".tool summary").nth(2).click();
  await expect(page.locator("#tool-take-away .document").first()).toContainText("Kenia: de 80.6 a 83.1");
  await page.getByText("Leer la carta").click();
  await expect(page.locator(".letter-body")).toContainText("Estimado/a [nombre del legislador o la legisladora]:");
});

test("bills count as one change; plans are saved and compared; single changes show the rank", async ({ page }) => {
  await page.goto("frameworks/sunlight-2015.html?lang=en#sunlight-2015/wy");
  await expect(page.locator("#total")).toHaveText("-2");
  await unfold(page, "Ways to a better result");
  const ways = page.locator(".ways-up");
  await ways.getByLabel("What should be reached?").selectOption({ label: "Grade A, from 4" });
  await expect(ways.locator(".outcome")).toHaveText("3 changes are enough, and no fewer. There are 3 such plans.");
  await expect(ways.locator(".needed li")).not.toHaveCount(0);
  await expect(ways.locator(".plan .result-line").first()).toContainText(/^4 \(A\)\. From rank 42 to rank \d+ of 50/);
  await button(page, "Compare these plans side by side").click();
  await expect(ways.locator(".comparison thead b")).toHaveText(["Published card", "This scenario", "Plan 1", "Plan 2", "Plan 3"]);
  await ways.getByRole("button", { name: "Save Plan 1" }).click();
  await expect(ways.locator(".told")).toContainText("Saved: “Wyoming, 4 (A):");

  await ways.getByLabel("Name of the bill").fill("Bill 5");
  for (const label of ["What clients pay their lobbyists is disclosed", "Forms are filed digitally and can be read online by everyone"]) {
    await ways.locator("#bill-provision").selectOption({ label });
    await button(page, "Put into the bill").click();
    await expect(ways.locator(".told")).toHaveText(`In “Bill 5”: ${label}.`);
  }
  await expect.poll(() => hash(page)).toContain("/bill=Bill 5:filed-digitally,pay-disclosed");
  await expect(ways.locator(".outcome")).toContainText("2 changes are enough, and no fewer.");
  await page.reload();
  await expect(ways.locator(".bills b")).toHaveText("Bill 5");
  await ways.getByRole("button", { name: "Switch on Bill 5" }).click();
  await expect(page.locator("#total")).toHaveText("1");
  await expect(ways.locator(".told")).toHaveText("Provisions switched on: 2. 1 (C).");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("#total")).toHaveText("-2");

  const row = ways.locator(".worth tbody tr").first();
  await expect(row.locator("td")).toHaveText(["3", "1 (C)", "23"]);
  await row.getByRole("button").click();
  await expect(page.locator("#total")).toHaveText("1");
  await expect(ways.locator(".told")).toContainText(". 1 (C).");
});
