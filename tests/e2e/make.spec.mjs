// The page on which an author makes a calculator of a spreadsheet.
import { existsSync, readFileSync } from "node:fs";
import { axe } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const vector = (name) => readFileSync(new URL(`../vectors/${name}`, import.meta.url), "utf8");
const states = () => vector("sunlight-2015.csv").trim().split(/\r?\n/).slice(1).map((line) => line.split(","));

// The published states with their rules as one text, as a spreadsheet would save it.
const sunlight = (rows) => {
  const rules = vector("sunlight-2015-rules.txt").replace("[2015]", "[States]").replaceAll("|", "\t");
  return rules + rows.map((row) => row.join("\t")).join("\n");
};

const page_ = "make.html?lang=en";
const start = async (page, address = page_) => {
  await page.goto(address);
  await expect(page.locator("#make[data-ready]")).toBeVisible();
};
const bring = (page, name, text) => page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const count = (page) => page.locator(".found-count");
const cell = (page, at) => page.locator(`[data-cell='${at}']`);
const results = (page) => page.locator(".scrolled tbody tr");
const card = "Provision,Points,In law?\nA law,1,yes\nB law,one,no\nC law,2,yes\n";

test("fifty states with three mistakes are mended by the keyboard alone, and all letters are right", async ({ lawgrade, page }) => {
  const rows = states();
  rows[3][1] = "3";
  rows[7][7] = "E";
  const lost = rows[9][0];
  rows[9][0] = rows[8][0];
  await start(page);
  await bring(page, "sunlight.tsv", sunlight(rows));
  await expect(count(page)).toHaveText("Mistakes: 3. Warnings: 0. Cards: 49.");
  await expect(page.getByRole("status")).toHaveText("Mistakes: 3. Warnings: 0. Cards: 49.");
  const places = page.locator(".diagnostics button.at");
  for (const [place, text, mended] of [[/row 5, column B/, "0", 2], [/row 9, column H/, states()[7][7], 1], [/row 11, column A/, lost, 0]]) {
    const link = places.filter({ hasText: place }).first();
    await lawgrade.tabTo(link);
    await page.keyboard.press("Enter");
    await expect(page.locator(".of-cell p").first()).toBeVisible();
    const chosen = page.locator(".grid [aria-selected=true]");
    await expect(chosen).toBeFocused();
    await expect(chosen).toHaveAttribute("aria-invalid", "true");
    // What is typed takes the place of what is there.
    await page.keyboard.type(text === "0" ? states()[3][1] : text);
    await page.keyboard.press("Enter");
    await expect(count(page)).toContainText(`Mistakes: ${mended}.`);
    await expect(page.locator(".grid td:focus")).toHaveCount(1);
  }
  await expect(count(page)).toHaveText("Mistakes: 0. Warnings: 0. Cards: 50.");
  const shown = await results(page).evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent.replace("−", "-"))));
  expect(shown.map(([name, figure, grade]) => [name, figure, grade])).toEqual(states().map((row) => [row[0].toLowerCase(), row[6], row[7]]));
  // Seven have an A, and whoever has the most is the first.
  await expect(page.locator(".spread tbody tr").first()).toHaveText("A7");
  const best = Math.max(...states().map((row) => Number(row[6])));
  expect(shown.filter(([, , , rank]) => rank === "1").length).toBe(states().filter((row) => Number(row[6]) === best).length);
  // Back through all three, and again.
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(count(page)).toContainText("Mistakes: 3.");
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Control+y");
  await expect(count(page)).toContainText("Mistakes: 0.");
});

test("what stays in view of a long table covers nothing that stands below", async ({ page }) => {
  await start(page);
  await bring(page, "sunlight.tsv", sunlight(states()));
  await expect(results(page)).toHaveCount(50);
  const preview = page.locator("#preview-title");
  await expect(page.frameLocator(".pane-preview iframe").locator(".ranking tbody tr")).toHaveCount(50);
  await preview.evaluate((heading) => heading.scrollIntoView());
  const covered = await preview.evaluate((heading) => {
    const { left, top, height } = heading.getBoundingClientRect();
    return !heading.contains(document.elementFromPoint(left + 5, top + height / 2));
  });
  expect(covered).toBe(false);
});

test("the grid by its keys: moving, typing, clearing, escaping, a pasted block, rows", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await start(page);
  await bring(page, "card.csv", card);
  await cell(page, "1-1").click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(cell(page, "2-2")).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(cell(page, "1-1")).toBeFocused();
  // Escape gives up what was typed.
  await page.keyboard.press("F2");
  await expect(page.locator(".cell-input")).toBeFocused();
  await page.keyboard.type("xyz");
  await page.keyboard.press("Escape");
  await expect(cell(page, "1-1")).toBeFocused();
  await expect(cell(page, "1-1")).toHaveText("Provision");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  // Tab leaves the grid, which is one stop.
  await expect(page.locator(".grid td:focus")).toHaveCount(0);
  await cell(page, "3-2").click();
  await page.keyboard.type("4");
  await page.keyboard.press("Tab");
  await expect(cell(page, "3-3")).toBeFocused();
  await expect(cell(page, "3-2")).toHaveText("4");
  await page.keyboard.press("Delete");
  await expect(cell(page, "3-3")).toHaveText("");
  await page.keyboard.press("Control+z");
  await expect(cell(page, "3-3")).toHaveText("no");
  // A block as spreadsheets copy it.
  await page.evaluate(() => navigator.clipboard.writeText("D law\t1\tyes\nE law\t2\tno\n"));
  await cell(page, "5-1").click();
  await page.keyboard.press("Control+v");
  await expect(cell(page, "6-2")).toHaveText("2");
  await expect(page.getByRole("status")).toContainText(/Pasted: rows: 2, columns: 3|Cards: 1/);
  await expect(results(page)).toContainText("4");
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("D law");
  await page.getByRole("button", { name: "Row above" }).click();
  await expect(cell(page, "6-1")).toHaveText("D law");
  await page.getByRole("button", { name: "Remove row" }).click();
  await expect(cell(page, "5-1")).toHaveText("D law");
  await page.getByRole("button", { name: "Move row up" }).click();
  await expect(cell(page, "4-1")).toHaveText("D law");
  await expect(cell(page, "4-1")).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cell(page, "5-1")).toHaveText("D law");
});

test("blocks of cells, columns and sheets, by the keyboard and with Shift and the mouse", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await start(page);
  await bring(page, "card.csv", card);
  const status = page.getByRole("status");
  const selected = page.locator(".grid [aria-selected=true]");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-multiselectable", "true");
  await cell(page, "2-1").click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(status).toHaveText("Selected: A2 to B3. Rows: 2, columns: 2.");
  await expect(selected).toHaveText(["A law", "1", "B law", "one"]);
  await expect(cell(page, "3-2")).toBeFocused();
  await page.keyboard.press("Control+c");
  await expect(status).toHaveText("Copied: rows: 2, columns: 2.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("A law\t1\nB law\tone\n");
  await cell(page, "6-1").click();
  await expect(selected).toHaveCount(1);
  await page.keyboard.press("Control+v");
  await expect(cell(page, "7-2")).toHaveText("one");
  // Cut, and back.
  await cell(page, "6-1").click();
  await cell(page, "7-2").click({ modifiers: ["Shift"] });
  await expect(selected).toHaveCount(4);
  await page.keyboard.press("Control+x");
  await expect(cell(page, "6-1")).toHaveText("");
  await expect(cell(page, "7-2")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(cell(page, "6-1")).toHaveText("A law");
  await cell(page, "6-1").click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Delete");
  await expect(status).toContainText(/^Cleared: A6 to|Mistakes/);
  await expect(cell(page, "7-2")).toHaveText("");
  // What is typed goes into the cell that has the focus, and all can be selected.
  await cell(page, "2-1").click();
  await page.keyboard.press("Control+a");
  await expect(selected.first()).toHaveText("Provision");
  await cell(page, "2-2").click();
  await page.getByRole("button", { name: "Move column right" }).click();
  await expect(cell(page, "1-3")).toHaveText("Points");
  await expect(cell(page, "2-3")).toBeFocused();
  await page.getByRole("button", { name: "Move column left" }).click();
  await expect(cell(page, "1-2")).toHaveText("Points");
  // Sheets.
  await page.getByLabel("Add a sheet").selectOption("Grades");
  const tabs = page.locator(".sheet-tab");
  await expect(tabs).toHaveText(["Sheet", "Grades"]);
  await page.getByText("This sheet", { exact: true }).click();
  const name = page.getByLabel("Name of the sheet");
  await expect(name).toHaveValue("Grades");
  await name.fill("Bands");
  await name.press("Tab");
  await expect(tabs).toHaveText(["Sheet", "Bands"]);
  await page.getByRole("button", { name: "Remove this sheet" }).click();
  await expect(status).toContainText(/“Bands” is removed|Mistakes/);
  await expect(tabs).toHaveText(["Sheet"]);
  await page.waitForTimeout(500);
  await page.getByRole("button", { name: "Remove this sheet" }).click();
  await expect(status).toHaveText("This is the only sheet, so it stays.");
  await expect(tabs).toHaveText(["Sheet"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(tabs).toHaveText(["Sheet", "Bands"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(tabs).toHaveText(["Sheet"]);
  await expect(cell(page, "2-1")).toHaveText("A law");
});

test("the short form makes a card, which grows by sheets", async ({ page }) => {
  await start(page);
  await page.getByLabel("Title of the card").fill("Courts");
  await page.getByLabel("Who publishes it").fill("Our group");
  await page.getByLabel("Year").fill("2026");
  await page.getByLabel("Whose law it is").fill("Ohio");
  const rows = page.locator(".form-row");
  for (const [index, [section, provision, points, answer]] of [["Rooms", "Judges may close the room", "2", "y"], ["", "Minors may testify by video", "1.5", "n"]].entries()) {
    const row = rows.nth(index);
    await row.getByLabel("Section").fill(section);
    await row.getByLabel("Provision").fill(provision);
    await row.getByLabel("Points").fill(points);
    await row.getByLabel("In law?").selectOption(answer);
  }
  await page.getByRole("button", { name: "Add a row" }).click();
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(0).getByLabel("Section")).toHaveValue("Rooms");
  await page.getByRole("button", { name: "Make the card" }).click();
  await expect(results(page)).toHaveText(["Ohio21"]);
  await expect(count(page)).toContainText("Mistakes: 0.");
  await page.getByLabel("Add a sheet").selectOption("Grades");
  await expect(cell(page, "2-1")).toBeFocused();
  for (const text of ["A\t3", "F\t0"]) {
    const [grade, from] = text.split("\t");
    await page.keyboard.type(grade);
    await page.keyboard.press("Tab");
    await page.keyboard.type(from);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Home");
  }
  await expect(results(page)).toHaveText(["Ohio2F1"]);
  await expect(page.locator(".moved tbody tr")).toHaveText("Ohio2, rank 12 F, rank 1");
});

test("a card of this site is a template, and what is taken away comes back", async ({ page }) => {
  await start(page);
  await page.locator(".templates li", { hasText: "Women, Business" }).getByRole("button").click();
  await expect(count(page)).toContainText("Mistakes: 0. Warnings: 0. Cards: 190.");
  await expect(results(page)).toHaveCount(190);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Spreadsheet (XLSX)" }).click();
  const path = await (await download).path();
  const json = page.waitForEvent("download");
  await page.getByRole("button", { name: "Card file (JSON)" }).click();
  const file = JSON.parse(readFileSync(await (await json).path(), "utf8"));
  expect([file.lawgrade, file.framework.id, file.cards.split(/\r?\n/).length > 190]).toEqual([1, "wbl-2020", true]);
  await page.getByRole("button", { name: "Close and begin another" }).click();
  await page.locator("input[type=file]").setInputFiles({ name: "again.xlsx", mimeType: "", buffer: readFileSync(path) });
  await expect(count(page)).toContainText("Mistakes: 0. Warnings: 0. Cards: 190.");
  await page.getByRole("button", { name: "Close and begin another" }).click();
  await bring(page, "card.json", JSON.stringify(file));
  await expect(count(page)).toContainText("Mistakes: 0. Warnings: 0. Cards: 190.");
  // A large sheet is shown in parts.
  await page.getByRole("group", { name: "Sheets" }).getByRole("button", { name: "Subjects" }).click();
  await page.getByRole("button", { name: "Later rows" }).click();
  await expect(cell(page, "61-1")).toBeFocused();
  await page.getByRole("button", { name: "Later columns" }).click();
  await expect(cell(page, "61-31")).toBeFocused();
  await page.getByRole("button", { name: "Earlier rows" }).click();
  await expect(cell(page, "1-31")).toBeFocused();
});

test("Connecticut’s card is a template with its findings, and comes to its printed grade", async ({ page }) => {
  await start(page);
  await page.locator(".templates li", { hasText: "Protected Innocence Challenge 2019" }).getByRole("button").click();
  await expect(count(page)).toContainText("Mistakes: 0. Warnings: 0. Cards: 1.");
  await expect(results(page)).toHaveText(["Connecticut, 201979C1"]);
  const calculator = page.frameLocator(".pane-preview iframe");
  await calculator.locator(".ranking tbody a").click();
  await expect(calculator.locator("#grade")).toHaveText("C");
  await expect(calculator.locator(".author-finding").first()).toContainText("Conn. Gen. Stat.");
  // Some are asked in several components.
  expect(await calculator.locator(".author-finding").count()).toBeGreaterThanOrEqual(77);
});

test("a sheet says what the law of each subject says, and leaves with the workbook", async ({ page }) => {
  await start(page);
  await bring(page, "card.csv", "[Provisions]\nId,Provision,Points\na,A law,1\n[Subjects]\nSubject,Name,a\nct,Connecticut,y\nny,New York,n\n");
  await page.getByLabel("Add a sheet").selectOption("Findings");
  for (const [place, text] of [["2-1", "Connecticut"], ["2-2", "a"], ["2-4", "By order of the court"], ["3-1", "Ohio"], ["3-2", "a"], ["3-4", "Nothing"]]) {
    await cell(page, place).click();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
  await expect(page.locator(".diagnostics").first()).toContainText("There is no card of “Ohio”.");
  await cell(page, "3-1").click();
  await page.keyboard.type("NY");
  await page.keyboard.press("Enter");
  await expect(count(page)).toContainText("Mistakes: 0.");
  const calculator = page.frameLocator(".pane-preview iframe");
  await calculator.locator(".ranking tbody a", { hasText: "New York" }).click();
  await expect(calculator.locator(".author-finding")).toHaveText(["Nothing."]);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Spreadsheet (XLSX)" }).click();
  const path = await (await download).path();
  await page.getByRole("button", { name: "Close and begin another" }).click();
  await bring(page, "card.xlsx", readFileSync(path));
  await page.getByRole("group", { name: "Sheets" }).getByRole("button", { name: "Findings" }).click();
  await expect(cell(page, "2-4")).toHaveText("By order of the court");
  await expect(count(page)).toContainText("Mistakes: 0.");
});

test("each mistake leads to an example of it", async ({ page, context }) => {
  await start(page);
  await bring(page, "card.csv", card);
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "Example: bad-number" }).first().click();
  await expect((await opened).locator("h2#bad-number")).toBeInViewport();
});

test("a draft is there after a reload, by its name, and can be opened and deleted", async ({ page }) => {
  await start(page);
  await bring(page, "card.csv", card);
  await page.getByLabel("Name of this draft").fill("My card");
  await page.getByLabel("Name of this draft").press("Tab");
  await cell(page, "3-2").click();
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await expect(count(page)).toContainText("Mistakes: 0.");
  await page.waitForTimeout(1000);
  await page.reload();
  await expect(cell(page, "3-2")).toHaveText("3");
  await expect(page.getByLabel("Name of this draft")).toHaveValue("My card");
  await page.getByRole("button", { name: "Close and begin another" }).click();
  await expect(page.locator(".said")).toHaveCount(0);
  const item = page.locator(".drafts li", { hasText: "My card" });
  await expect(item).toHaveCount(1);
  await item.getByRole("button", { name: /^Open/ }).click();
  await expect(cell(page, "3-2")).toHaveText("3");
  await page.getByRole("button", { name: "Close and begin another" }).click();
  await item.getByRole("button", { name: /^Delete/ }).click();
  await expect(item).toHaveCount(0);
});

test("named states are kept, compared with and gone back to, and nothing is lost", async ({ lawgrade, page }) => {
  await start(page);
  await bring(page, "card.csv", "[Provisions]\nProvision,Points,In law?\nA law,1,yes\nB law,4,no\n[Grades]\nGrade,From\nA,3\nF,0\n");
  const fold = page.locator(".states summary");
  const items = page.locator(".states li");
  const status = page.getByRole("status");
  // By the keyboard alone.
  await lawgrade.tabTo(fold);
  await page.keyboard.press("Enter");
  await lawgrade.tabTo(page.getByLabel("Name of this state"));
  await lawgrade.tabTo(page.getByRole("button", { name: "Keep this state" }));
  await page.keyboard.press("Enter");
  await expect(status).toHaveText("Write a name for this state first.");
  await expect(page.getByLabel("Name of this state")).toBeFocused();
  await page.keyboard.type("As published");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(status).toHaveText("“As published” is kept.");
  await expect(items).toHaveCount(1);
  await expect(page.getByLabel("Name of this state")).toHaveValue("");
  await page.locator("[data-cell='3-3']").click();
  await page.keyboard.type("yes");
  await page.keyboard.press("Enter");
  await expect(results(page)).toContainText("5");
  // Figures, letters and ranks of the state and now, whatever else was marked.
  await page.getByRole("button", { name: "Compare with what there is now" }).click();
  await expect(page.locator(".moved")).toContainText("No result has changed.");
  await items.getByRole("button", { name: "Compare with it As published" }).click();
  await expect(page.locator("#changes-title")).toBeFocused();
  await expect(page.locator("#changes-title")).toHaveText("What has changed since “As published”");
  await expect(page.locator(".moved tbody tr")).toContainText("1 F, rank 15 A, rank 1");
  // What was there is kept before the state takes its place.
  await items.getByRole("button", { name: "Go back to it As published" }).click();
  await expect(cell(page, "3-3")).toHaveText("no");
  await expect(page.locator(".moved")).toContainText("No result has changed.");
  await expect(page.locator(".states strong")).toHaveText(["Before going back to “As published”", "As published"]);
  await items.last().getByRole("button", { name: /^Go back/ }).click();
  await expect(status).toHaveText("The table is as it was in “As published” already.");
  await expect(items).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cell(page, "3-3")).toHaveText("yes");
  // States are there in another visit, and go with their draft.
  await page.waitForTimeout(1000);
  await page.reload();
  await expect(fold).toHaveText("States to go back to (2)");
  await fold.click();
  await items.first().getByRole("button", { name: /^Delete/ }).click();
  await expect(items).toHaveCount(1);
  await expect(fold).toBeFocused();
  expect(await axe(page)).toEqual([]);
  await page.getByRole("button", { name: "Close and begin another" }).click();
  await bring(page, "other.csv", card);
  await expect(fold).toHaveText("States to go back to");
  await page.getByRole("button", { name: "Close and begin another" }).click();
  await page.locator(".drafts li", { hasText: "card" }).getByRole("button", { name: /^Delete/ }).click();
  const kept = () => page.evaluate(() => new Promise((resolve) => {
    indexedDB.open("lawgrade-drafts").onsuccess = ({ target }) => {
      const count = target.result.transaction("states").objectStore("states").count();
      count.onsuccess = () => (target.result.close(), resolve(count.result));
    };
  }));
  await expect.poll(kept).toBe(0);
});

test("texts that are hard to read and languages that lack texts are named before publishing", async ({ page }) => {
  const hard = "Notwithstanding any provision to the contrary, administrative authorities are required to demonstrate documented compliance with applicable confidentiality obligations before initiating proceedings against minors";
  await start(page);
  await bring(page, "card.csv", `[Provisions]\nId,Provision,In law?\na,"${hard}",y\nb,B law,n\n[Words]\nWhat,Id,es\nprovision,a,Una ley\n`);
  await expect(count(page)).toContainText("Mistakes: 0.");
  await expect(page.locator(".severity-warning + ol")).toContainText("There is no translation of “B law”.");
  await page.getByText("Texts that are hard to read (1)").click();
  await expect(page.locator(".before-publishing li:visible")).toHaveText([`${hard} – takes about 26 years of school (Flesch–Kincaid)`]);
  await page.getByText("Languages that lack texts (1)").click();
});

test("two tabs do not overwrite each other unseen", async ({ page, context }) => {
  await start(page);
  await bring(page, "card.csv", card);
  await page.waitForTimeout(1000);
  const other = await context.newPage();
  await start(other);
  await other.locator(".drafts li").getByRole("button", { name: /^Open/ }).click();
  await cell(other, "2-2").click();
  await other.keyboard.type("9");
  await other.keyboard.press("Enter");
  // The first is told, and goes on with a copy.
  const told = page.locator(".conflict");
  await expect(told).toContainText("Another tab has changed this draft.");
  await cell(page, "4-2").click();
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await told.getByRole("button", { name: "Keep mine as a copy" }).click();
  await expect(told).toHaveCount(0);
  await expect(page.getByLabel("Name of this draft")).toHaveValue("card (copy)");
  await expect(cell(page, "2-2")).toHaveText("1");
  await page.waitForTimeout(1000);
  await expect(other.locator(".conflict")).toHaveCount(0);
  await other.getByRole("button", { name: "Close and begin another" }).click();
  await expect(other.locator(".drafts li")).toHaveCount(2);
});

test("hostile and large files get a sentence or can be stopped, and the page goes on", async ({ page }) => {
  await start(page);
  const said = page.locator(".said");
  await bring(page, "report.xlsx", "%PDF-1.7 nothing");
  await expect(said).toContainText("report.xlsx was not opened.");
  await bring(page, "x.xlsx", "PK\x03\x04 half");
  await expect(said).toContainText("x.xlsx was not opened.");
  await page.locator("input[type=file]").setInputFiles({ name: "big.csv", mimeType: "text/csv", buffer: Buffer.alloc(17 << 20, "a,b\n") });
  await expect(said).toContainText("big.csv was not opened.");
  await bring(page, "many.csv", `Provision,Points\n${Array.from({ length: 19_000 }, (_, row) => `Law ${row},1\n`).join("")}`);
  await expect(count(page)).toContainText("Mistakes: 1.", { timeout: 30_000 });
  await expect(page.locator(".part-shown")).toContainText(/Rows \d+ to \d+ of 190\d\d,/);
  await page.getByRole("button", { name: "Close and begin another" }).click();
  // Texts are texts.
  await bring(page, "evil.csv", 'Provision,Points\n<img src=x onerror=alert(1)>,1\n"=cmd|calc",1\n</script><script>alert(1)</script>,1\n');
  await expect(cell(page, "2-1")).toHaveText("<img src=x onerror=alert(1)>");
  await expect(page.locator("#make img, #make script")).toHaveCount(0);
});

test("in Spanish, and by pasting", async ({ page }) => {
  await start(page, "make.es.html?lang=es");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Haga una calculadora de su propio informe");
  await page.getByLabel("Pegue aquí las celdas, con sus encabezados").fill("Disposición\tPuntos\t¿Está en la ley?\nUna ley\tdos\tsí\nOtra ley\t1\tno\n");
  await page.getByRole("button", { name: "Leer estas celdas" }).click();
  await expect(count(page)).toContainText("Errores: 1.");
  await page.locator(".diagnostics button.at").first().click();
  await expect(cell(page, "2-2")).toBeFocused();
  await page.keyboard.type("2,5");
  await page.keyboard.press("Enter");
  await expect(count(page)).toContainText("Errores: 0.");
  await page.getByLabel("Agregar una hoja").selectOption("Calificaciones");
  await expect(cell(page, "1-1")).toHaveText("Calificación");
});

for (const [name, viewport] of [["a desktop", { width: 1280, height: 900 }], ["a phone", { width: 360, height: 740 }], ["a narrow phone", { width: 320, height: 640 }]]) {
  test(`on ${name} nothing is out of reach, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await start(page);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const looks = async () => {
      expect(await wide()).toBe(0);
      expect(await axe(page)).toEqual([]);
    };
    await looks();
    await bring(page, "card.csv", card);
    await expect(count(page)).toContainText("Mistakes: 1.");
    await page.waitForTimeout(800);
    for (const step of ["Table", "What is wrong", "Results"]) {
      if (viewport.width < 992) {
        await page.getByRole("button", { name: step, exact: true }).click();
        // The calculator is shown with the results.
        await expect(page.locator(".pane:visible")).toHaveCount(step === "Results" ? 2 : 1);
      }
      await looks();
    }
    if (viewport.width < 992) {
      await page.getByRole("button", { name: "What is wrong", exact: true }).click();
      await page.locator(".diagnostics button.at").first().click();
      await expect(cell(page, "3-2")).toBeFocused();
      await page.getByRole("button", { name: "Back to the list" }).click();
      await expect(page.locator(".diagnostics button.at").first()).toBeFocused();
    }
  });
}

test("under the strict policy nothing is refused, a large file is read in a worker, and nothing leaves the page", async ({ page }) => {
  await page.addInitScript(() => {
    window.refused = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => window.refused.push([violatedDirective, blockedURI, sample]));
  });
  const sent = [];
  await start(page, `../strict/${page_}`);
  page.on("request", (request) => sent.push([request.method(), request.url()]));
  const worker = page.waitForEvent("worker");
  await bring(page, "many.csv", `Provision,Points\n${Array.from({ length: 1_900 }, (_, row) => `A law with the number ${row} ${"that is long ".repeat(6)},1\n`).join("")}`);
  expect((await worker).url()).toContain("make-worker-");
  await expect(count(page)).toContainText("Mistakes: 0.", { timeout: 30_000 });
  await cell(page, "2-2").click();
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect(cell(page, "2-2")).toHaveText("2");
  await page.waitForTimeout(800);
  expect(await page.evaluate(() => window.refused)).toEqual([]);
  // Whole files of the release are asked for, and nothing else.
  const isOfRelease = (address) => existsSync(new URL(`../../dist/${address.split("/strict/")[1]}`, import.meta.url));
  expect(sent.filter(([method, address]) => method !== "GET" || !isOfRelease(address))).toEqual([]);
});

test("the calculator runs beside the table, follows it, and leaves as one file", async ({ page, context }) => {
  await start(page);
  await bring(page, "card.csv", "Section,Provision,Points,In law?\nCourts,Judges may close the room,2.5,yes\nPolice,Officers are trained,1,no\n");
  const calculator = page.frameLocator(".pane-preview iframe");
  await calculator.locator(".ranking tbody a").click();
  await expect(calculator.locator("#total")).toHaveText("2.5");
  await calculator.getByRole("checkbox", { name: "Officers are trained" }).check();
  await expect(calculator.locator("#total")).toHaveText("3.5");
  // What is mended in the table is there at once, and so is what was switched.
  await cell(page, "2-3").click();
  await page.keyboard.type("4");
  await page.keyboard.press("Enter");
  await expect(calculator.locator("#total")).toHaveText("5");
  const download = page.waitForEvent("download");
  await calculator.getByRole("button", { name: "One HTML file" }).click();
  const file = `${test.info().outputDir}/card.html`;
  await (await download).saveAs(file);
  const whole = await context.newPage();
  await whole.goto(`file://${file}`);
  await whole.locator(".ranking tbody a").click();
  await expect(whole.locator("#total")).toHaveText("4");
  await whole.getByRole("checkbox", { name: "Officers are trained" }).check();
  await expect(whole.locator("#total")).toHaveText("5");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the page says what it is for and has the templates", async ({ page }) => {
    await page.goto(page_);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Make a calculator of your own report card");
    await expect(page.locator("#make a[href$='.xlsx']")).toHaveCount(4);
    await page.goto("./");
    await page.getByRole("link", { name: "Make a calculator of your own card" }).click();
    await expect(page).toHaveURL(/make\.html/);
  });
});
