// The tools around the calculator: saved scenarios, comparison, what can be taken away.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { axe } from "./accessibility.mjs";
import { asPublished, buyers, expect, loaded, test, withBuyers } from "./visitor.mjs";

const baseline = "#pic-2019/ct-2019";
// What differs from the card names the edition of the rules.
const changed = "#pic-2019@2/ct-2019";
const buyersAddress = `${changed}/on=trafficking-law-reaches-buyers`;
const name = (page) => page.getByLabel("A name for this scenario");
const names = (page) => page.getByLabel("Name of the scenario", { exact: true });
const button = (page, label) => page.getByRole("button", { name: label });
const told = (tool) => tool.locator(".told");

async function save(page, called) {
  await name(page).fill(called);
  await name(page).press("Enter");
  await expect(page.locator(".told").first()).toContainText(`Saved: “${called}`);
}

// A second tab with the buyers' scenario and its saved scenarios open.
async function secondTab(context, baseURL) {
  const tab = await context.newPage();
  await tab.goto(baseURL + buyersAddress);
  await tab.getByText("Save and compare scenarios").click();
  return tab;
}

test.describe("saved scenarios", () => {
  test("are kept under their names, opened, renamed, copied, removed and put back", async ({ lawgrade, page }) => {
    await lawgrade.open(buyersAddress);
    const tool = await lawgrade.openTool("Save and compare scenarios");
    await save(page, "Buyers bill");
    await lawgrade.reset.click();
    await expect(name(page)).toHaveAttribute("placeholder", "79, grade C: nothing changed");
    await button(page, "Save").click();
    await expect(names(page)).toHaveCount(2);
    await expect(names(page).nth(1)).toHaveValue("79, grade C: nothing changed");

    await page.reload();
    await lawgrade.openTool("Save and compare scenarios");
    await expect(names(page)).toHaveCount(2);
    await button(page, "Open Buyers bill").click();
    await lawgrade.shows(withBuyers);
    await expect(told(tool)).toContainText("Opened: “Buyers bill”.");
    await page.goBack();
    await lawgrade.shows(asPublished);

    await names(page).first().fill("Bill 5");
    await names(page).first().press("Tab");
    await expect(button(page, "Open")).toHaveCount(2);
    await expect(button(page, "Open").first()).toBeFocused();
    await button(page, "Duplicate").first().click();
    await expect(names(page).nth(1)).toHaveValue("Bill 5 (2)");
    await expect(names(page).nth(1)).toBeFocused();
    await button(page, "Remove").first().click();
    await expect(names(page)).toHaveCount(2);
    await expect(button(page, "Put back")).toBeFocused();
    await button(page, "Put back").press("Enter");
    await expect(names(page).first()).toHaveValue("Bill 5");
    await expect(names(page).first()).toBeFocused();
    await page.reload();
    await lawgrade.openTool("Save and compare scenarios");
    await expect(names(page)).toHaveCount(3);
  });

  test("are exported to a file and imported from it, in another browser", async ({ lawgrade, page, browser, baseURL }) => {
    await lawgrade.open(buyersAddress);
    await lawgrade.openTool("Save and compare scenarios");
    await save(page, "Buyers bill");
    const download = page.waitForEvent("download");
    await button(page, "Export all to a file").click();
    const file = await (await download).path();
    const result = { framework: "Protected Innocence Challenge 2019", subject: "Connecticut", figure: "82.5", of: "102.5", grade: "B", date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) };
    expect(JSON.parse(readFileSync(file))).toEqual({
      lawgrade: 1,
      scenarios: [{ name: "Buyers bill", address: buyersAddress.slice(1), result }],
    });
    const other = await browser.newPage();
    await other.goto(baseURL);
    await other.getByText("Save and compare scenarios").click();
    await other.getByLabel("Import a file").setInputFiles(file);
    await expect(names(other)).toHaveValue("Buyers bill");
    await other.getByLabel("Import a file").setInputFiles(file);
    await expect(other.locator(".told").first()).toHaveText("Scenarios added: 0; there already: 1. Problems with the file: 0.");
    await other.close();
  });

  test("those of another card are named and not compared", async ({ lawgrade, page }) => {
    await lawgrade.open();
    await lawgrade.openTool("Save and compare scenarios");
    const scenarios = [{ name: "Buyers bill", address: buyersAddress.slice(1) }, { name: "Nevada’s", address: "pic-2019/nv-2019" }];
    const buffer = Buffer.from(JSON.stringify({ lawgrade: 1, scenarios }));
    await page.getByLabel("Import a file").setInputFiles({ name: "x.json", mimeType: "application/json", buffer });
    await expect(names(page)).toHaveCount(2);
    await expect(page.getByText("Of other cards, so not compared here: Nevada’s.")).toBeVisible();
    await expect(page.locator("table.comparison thead")).toContainText("Buyers bill");
    await expect(page.locator("table.comparison thead")).not.toContainText("Nevada");
  });

  test("a file with mistakes is imported as far as it goes, each told with its place", async ({ lawgrade, page }) => {
    await lawgrade.open();
    const tool = await lawgrade.openTool("Save and compare scenarios");
    const importing = page.getByLabel("Import a file");
    const file = (text) => ({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
    const scenarios = [3, { name: "a", address: "pic-2019@2/ct-2019/on=no-such-law" }, { address: "pic-2019/ct-2019" }];
    await importing.setInputFiles(file(JSON.stringify({ lawgrade: 1, scenarios })));
    await expect(tool.locator(".problems li")).toHaveText([
      "/scenarios/0: expected a name and an address; it was left out",
      "/scenarios/1/address: “no-such-law” is not a provision of this framework",
      "/scenarios/2/name: expected a name of 1 to 80 letters; it is called “Scenario 3” now",
    ]);
    await expect(names(page)).toHaveCount(2);
    for (const text of ["", "not json", "[1]", "[".repeat(100000), '{"lawgrade": 9}', `{"a":${'{"a":'.repeat(3000)}1${"}".repeat(3001)}`]) {
      await importing.setInputFiles(file(text));
      await expect(tool.locator(".problems li")).toHaveCount(1);
      await expect(names(page)).toHaveCount(2);
    }
  });

  test("what the page hands out is imported as the scenario that it was of, and other files are named", async ({ lawgrade, page }) => {
    await lawgrade.open(buyersAddress);
    const tool = await lawgrade.openTool("Save and compare scenarios");
    const away = await lawgrade.openTool("Share, print and download");
    for (const label of ["Data (JSON)", "Spreadsheet (CSV)", "Spreadsheet with semicolons (CSV)"]) {
      const download = page.waitForEvent("download");
      await away.getByRole("button", { name: label, exact: true }).click();
      await page.getByLabel("Import a file").setInputFiles(await (await download).path());
      await expect(told(tool)).toContainText(/^Scenarios added: [01]; there already: [01]\. Problems with the file: 0\.$/);
      await expect(names(page)).toHaveCount(1);
    }
    await expect(names(page)).toHaveValue("82.5, grade B: 1 provision added");
    const wide = Buffer.from(`\ufeffSee http://example.org/${changed}/off=racketeering-predicates.\r\n`, "utf16le");
    await page.getByLabel("Import a file").setInputFiles({ name: "mail.txt", mimeType: "text/plain", buffer: wide });
    await expect(names(page)).toHaveCount(2);
    const png = { name: "lawgrade.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a0000", "hex") };
    await page.getByLabel("Import a file").setInputFiles(png);
    await expect(tool.locator(".problems li")).toContainText("this is a picture; nothing was taken from it.");
  });

  test("another tab’s scenarios appear", async ({ lawgrade, page, context, baseURL }) => {
    await lawgrade.open();
    await lawgrade.openTool("Save and compare scenarios");
    const other = await secondTab(context, baseURL);
    await save(other, "From the other tab");
    await expect(names(page)).toHaveValue("From the other tab");
  });

  test("two tabs that both save lose nothing, even when one has heard of nothing", async ({ lawgrade, page, context, baseURL }) => {
    await page.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
    await lawgrade.open();
    await lawgrade.openTool("Save and compare scenarios");
    await save(page, "Mine");
    const other = await secondTab(context, baseURL);
    await save(other, "Theirs");
    // Tabs of different processes hear of each other's writing a moment later.
    await page.waitForFunction(() => localStorage["lawgrade.scenarios"].includes("Theirs"));
    await expect(names(page)).toHaveCount(1);
    await names(page).first().fill("Mine, renamed");
    await names(page).first().press("Enter");
    await expect(names(page)).toHaveCount(2);
    await expect(names(other)).toHaveCount(2);
    await button(page, "Remove Mine, renamed").click();
    await expect(names(page)).toHaveValue("Theirs");
    await expect(names(other)).toHaveValue("Theirs");
  });

  test("what could not be kept stays when another tab saves", async ({ lawgrade, page, context, baseURL }) => {
    await page.addInitScript(() => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }));
    await lawgrade.open();
    await lawgrade.openTool("Save and compare scenarios");
    await name(page).fill("Only here");
    await name(page).press("Enter");
    await expect(names(page)).toHaveCount(1);
    const other = await secondTab(context, baseURL);
    await save(other, "Theirs");
    await expect(names(page)).toHaveCount(2);
  });

  test("Escape gives a name back, and buttons follow a new one", async ({ lawgrade, page }) => {
    await lawgrade.open();
    await lawgrade.openTool("Save and compare scenarios");
    await save(page, "Old");
    await names(page).press("End");
    await page.keyboard.type("zzz");
    await page.keyboard.press("Escape");
    await expect(names(page)).toHaveValue("Old");
    await names(page).fill("New");
    await names(page).press("Enter");
    await expect(button(page, "Open New")).toBeVisible();
    await expect(button(page, "Remove New")).toBeVisible();
  });

  test("what was kept and cannot be read is not lost", async ({ lawgrade, page }) => {
    await page.addInitScript(() => (localStorage["lawgrade.scenarios"] ??= '{"lawgrade": 7, "scenarios": "later"}'));
    await lawgrade.open();
    const tool = await lawgrade.openTool("Save and compare scenarios");
    await expect(tool.locator(".trouble")).toContainText("could not be read in full");
    await save(page, "New");
    const download = page.waitForEvent("download");
    await button(page, "Save it as a file").click();
    expect(readFileSync(await (await download).path(), "utf8")).toContain("later");
    // It is offered until the visitor throws it away, also after what was saved since can be read.
    await page.reload();
    await lawgrade.openTool("Save and compare scenarios");
    await expect(names(page)).toHaveValue("New");
    await button(page, "Throw it away").click();
    await expect(tool.locator(".trouble")).toHaveCount(0);
    await page.reload();
    await lawgrade.openTool("Save and compare scenarios");
    await expect(names(page)).toHaveValue("New");
    await expect(tool.locator(".trouble")).toHaveCount(0);
  });

  for (const [what, script] of [
    ["denied", () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })],
    ["full", () => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); })],
  ]) {
    test(`work where storage is ${what}, and the page says so`, async ({ lawgrade, page }) => {
      await page.addInitScript(script);
      await lawgrade.open(buyersAddress);
      const tool = await lawgrade.openTool("Save and compare scenarios");
      await name(page).fill("For now");
      await name(page).press("Enter");
      await expect(told(tool)).toHaveText("“For now” is in the list until the page is closed. This browser keeps nothing for the page.");
      await expect(tool.locator(".trouble")).toContainText("does not keep scenarios");
      await expect(names(page)).toHaveValue("For now");
    });
  }
});

test.describe("side by side", () => {
  test("four columns fit on a desktop, differ where they should, and sort", async ({ lawgrade, page }) => {
    await lawgrade.open(buyersAddress);
    await lawgrade.openTool("Save and compare scenarios");
    await save(page, "Buyers");
    await lawgrade.switchIn("2.6", "A buyer cannot escape by saying").check();
    await save(page, "Buyers and age");
    const table = page.getByRole("table").filter({ hasText: "Published card" });
    await expect(table.locator("thead th")).toHaveCount(4);
    for (const head of await table.locator("thead th").all()) await expect(head).toBeInViewport({ ratio: 1 });
    await expect(table.getByRole("row", { name: "Total, of 102.5" }).getByRole("cell")).toHaveText(["79", "85", "82.5", "85"]);
    await expect(table.getByRole("row", { name: "Grade" }).getByRole("cell")).toHaveText(["C", "B", "B", "B"]);
    await expect(table.getByRole("row", { name: "The trafficking law reaches buyers" }).getByRole("cell")).toHaveText(["not in law", "added", "added", "added"]);
    await expect(table.getByRole("row", { name: "A buyer cannot escape" }).getByRole("cell")).toHaveText(["not in law", "added", "not in law", "added"]);
    const sort = table.getByRole("button", { name: "by Published card" });
    await sort.click();
    await expect(table.locator("thead th").first()).toHaveAttribute("aria-sort", "descending");
    await expect(sort).toBeFocused();
    const sections = table.locator("tbody tr").filter({ hasText: /^[1-6] / });
    await expect(sections.locator("td:nth-child(2)")).toHaveText(["20.5", "16.5", "14.5", "12.5", "10", "5"]);
    await sort.press("Enter");
    await expect(sections.locator("td:nth-child(2)")).toHaveText(["5", "10", "12.5", "14.5", "16.5", "20.5"]);
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    test("the columns are swiped while the names stay, and the page does not move", async ({ lawgrade, page }) => {
      await lawgrade.open(buyersAddress);
      await lawgrade.openTool("Save and compare scenarios");
      for (const called of ["One", "Two", "Three"]) await save(page, called);
      const { left, wide } = await page.locator(".scrolls").evaluate((box) => {
        box.scrollLeft = box.scrollWidth;
        return { left: box.scrollLeft, wide: document.documentElement.scrollWidth - innerWidth };
      });
      await page.locator(".scrolls").scrollIntoViewIfNeeded();
      expect(left).toBeGreaterThan(100);
      expect(wide).toBeLessThanOrEqual(0);
      await expect(page.locator(".comparison").getByText("Total, of 102.5")).toBeInViewport({ ratio: 0.9 });
    });
  });
});

test.describe("taken away", () => {
  const saved = async (page, label) => {
    const download = page.waitForEvent("download");
    await button(page, label).click();
    const done = await download;
    return { file: done.suggestedFilename(), bytes: readFileSync(await done.path()) };
  };

  test("files hold the scenario", async ({ lawgrade, page }) => {
    await lawgrade.open(buyersAddress);
    const tool = await lawgrade.openTool("Share, print and download");
    const csv = await saved(page, "Spreadsheet (CSV)");
    expect(csv.file).toBe("lawgrade.csv");
    expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(csv.bytes.toString()).toContain('"Total","Connecticut, Protected Innocence Challenge",82.5,102.5,79');
    await expect(told(tool)).toHaveText("The browser was asked to save lawgrade.csv. If nothing was saved, take it another way:");
    const json = JSON.parse((await saved(page, "Data (JSON)")).bytes);
    expect(json.basis).toBe("reconstructed");
    expect(json.about).toContain("they are not official");
    expect([json.total, json.grade, json.address, json.range]).toEqual([82.5, "B", buyersAddress.slice(1), { low: 82, high: 83.5, grades: ["B"] }]);
    const svg = (await saved(page, "Picture (SVG)")).bytes.toString();
    expect(svg).toContain(">82.5 of 102.5</text>");
    const png = (await saved(page, "Picture (PNG)")).bytes;
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeGreaterThan(10000);
  });

  test("the summary is copied as text and as Markdown", async ({ lawgrade, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await lawgrade.open(buyersAddress);
    const tool = await lawgrade.openTool("Share, print and download");
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await button(page, "Copy as text").click();
    await expect(told(tool)).toHaveText("The summary is in the clipboard.");
    expect(await clipboard()).toContain("Connecticut: from grade C to grade B\n\nWith 1 provision added");
    await button(page, "Copy as Markdown").click();
    await expect.poll(clipboard).toContain("# Connecticut: from grade C to grade B");
    await button(page, "Copy link").click();
    await expect.poll(clipboard).toBe(page.url());
    await expect(lawgrade.announced).toHaveText("The link is in the clipboard.");
  });

  test("where the clipboard is refused, the text is laid out and selected", async ({ lawgrade, page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }));
    await lawgrade.open(buyersAddress);
    const tool = await lawgrade.openTool("Share, print and download");
    await button(page, "Copy link").click();
    await expect(told(tool)).toContainText("does not let the page copy");
    const field = page.getByLabel("Text to copy");
    await expect(field).toBeFocused();
    expect(await field.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd))).toBe(page.url());
  });

  for (const [outcome, share, line] of [
    ["shared", () => Promise.resolve(), "The link was shared."],
    ["cancelled", () => Promise.reject(new DOMException("closed", "AbortError")), "Sharing was cancelled."],
  ]) {
    test(`the share sheet: ${outcome}`, async ({ lawgrade, page }) => {
      await page.addInitScript(`navigator.share = (data) => { window.shared = data; return (${share})(); }`);
      await lawgrade.open(buyersAddress);
      const tool = await lawgrade.openTool("Share, print and download");
      await button(page, "Share…").click();
      await expect(told(tool)).toHaveText(line);
      const { title, url } = await page.evaluate(() => window.shared);
      expect([title, url]).toEqual(["Connecticut: 82.5 of 102.5, grade B, up 3.5", page.url()]);
    });
  }

  test("without a share sheet and a clipboard, sharing lays the link out", async ({ lawgrade, page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await lawgrade.open(buyersAddress);
    await lawgrade.openTool("Share, print and download");
    await button(page, "Share…").click();
    await expect(page.getByLabel("Text to copy")).toBeFocused();
  });
});

test.describe("on paper", () => {
  test("the button prints the sheet", async ({ lawgrade, page }) => {
    await page.addInitScript(() => (window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      window.printed = document.querySelector(".sheet")?.textContent ?? "no sheet";
      dispatchEvent(new Event("afterprint"));
    }));
    await lawgrade.open(buyersAddress);
    await lawgrade.openTool("Share, print and download");
    await button(page, "Print or save as PDF").click();
    await expect.poll(() => page.evaluate(() => window.printed)).toContain("Connecticut: from grade C to grade B");
    // It stays, for browsers that draw their pages later, and only paper shows it.
    await expect(page.locator(".sheet")).toBeHidden();
  });

  // What browsers do with a press of a button for printing, but for the window.
  const printing = () => (window.print = () => dispatchEvent(new Event("beforeprint")));

  test("the memo is a page with what a drafter needs, and what is printed next is the sheet", async ({ lawgrade, page }, info) => {
    await page.addInitScript(printing);
    await lawgrade.open(`${buyersAddress},no-age-mistake-defense/off=racketeering-predicates`);
    await lawgrade.openTool("Share, print and download");
    await button(page, "Print the memo").click();
    const { pages, text } = await printed(page, info);
    expect(pages).toBe(1);
    for (const part of [
      "Connecticut: from grade C to grade B",
      "Memo of ",
      "To be put into law",
      "The trafficking law reaches buyers of sex with minors. Finding: ",
      "The law concerned: Conn. Gen. Stat. § 53a-192a (https://www.cga.ct.gov/",
      "To be taken out of law",
      "Section 2, ",
      "How sure this is Grade B in every reading of the card",
      "they are not official",
      "Sources ",
      "Data: pic-2019, ct-2019, version",
    ]) expect(text).toContain(part);
    for (const other of ["Every component", "Share,", "Undo"]) expect(text).not.toContain(other);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect((await printed(page, info)).text).toContain("Every component");
  });

  for (const format of ["Letter", "A4"]) {
    test(`in Spanish, with three changes, it is a page too: ${format}`, async ({ page }, info) => {
      await page.addInitScript(printing);
      await page.goto(`connecticut.es.html?lang=es${buyersAddress},no-age-mistake-defense/off=racketeering-predicates`);
      await page.getByText("Compartir, imprimir y descargar").click();
      await button(page, "Imprimir el memorando").click();
      const { pages, text } = await printed(page, info, format);
      expect(pages).toBe(1);
      for (const part of ["Memorando del ", "Hallazgo: ", "Artículos de la ley (texto oficial en inglés): Conn. Gen. Stat.", "La ley puede haber cambiado desde el informe de 2019."]) {
        expect(text).toContain(part);
      }
    });
  }

  const printed = async (page, info, format = "Letter") => {
    const file = info.outputPath("sheet.pdf");
    // The tools, which make the sheet, come when there is nothing else to do.
    await loaded(page);
    await page.pdf({ path: file, format });
    const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [file]))[1]);
    return { pages, text: execFileSync("pdftotext", ["-layout", file, "-"]).toString().replace(/\s+/g, " ") };
  };

  test("a changed card is one to three pages with everything that was changed", async ({ lawgrade, page }, info) => {
    await lawgrade.open(`${buyersAddress},no-age-mistake-defense/off=racketeering-predicates`);
    const { pages, text } = await printed(page, info);
    expect(pages).toBeLessThanOrEqual(3);
    for (const part of [
      "Connecticut: from grade C to grade B",
      "85 of 102.5 points",
      "The published report card gives 79, grade C",
      "Added: The trafficking law reaches buyers of sex with minors.",
      "Removed: The racketeering or gang law counts sex trafficking as an underlying crime.",
      "Conn. Gen. Stat. § 53a-192a",
      "* 2.1 Buyers can be charged",
      "reconstructed",
      "racketeering-predicates",
      "Data: pic-2019, ct-2019, version",
      "1-888-373-7888",
    ]) expect(text).toContain(part);
    for (const control of ["Undo", "Save and compare", "Share,", "What would a change"]) expect(text).not.toContain(control);
    // It stays, for browsers that draw their pages later, and only paper shows it.
    await expect(page.locator(".sheet")).toBeHidden();
    await lawgrade.shows({ total: "85", grade: "B", change: "up 6" });
  });

  test("the card as published, and a card with twenty changes, keep to three pages", async ({ lawgrade, page }, info) => {
    await lawgrade.open();
    expect((await printed(page, info)).pages).toBeLessThanOrEqual(2);
    const off = page.locator("input[type=checkbox]:not(:checked)");
    for (let changes = 0; changes < 10; changes += 1) await off.first().check();
    expect((await printed(page, info)).pages).toBeLessThanOrEqual(3);
  });
});

test("the panel’s share button opens what can be taken away", async ({ lawgrade, page }) => {
  await lawgrade.open(buyersAddress);
  await page.locator(".actions").getByRole("button", { name: "Share" }).click();
  await expect(button(page, "Copy link")).toBeInViewport();
  await expect(page.locator("summary", { hasText: "Share, print and download" })).toBeFocused();
});

test("the tools work by keyboard alone", async ({ lawgrade, page }) => {
  await lawgrade.open(buyersAddress);
  const summary = page.locator("summary", { hasText: "Save and compare scenarios" });
  await lawgrade.tabTo(summary);
  await page.keyboard.press("Enter");
  await lawgrade.tabTo(name(page));
  await page.keyboard.type("By keys");
  await page.keyboard.press("Enter");
  await lawgrade.tabTo(button(page, "Open By keys"));
  await lawgrade.tabTo(page.getByLabel("Import a file"));
  await lawgrade.tabTo(page.locator(".scrolls"));
  await lawgrade.tabTo(page.locator("summary", { hasText: "Share, print and download" }));
  await page.keyboard.press("Enter");
  for (const label of ["Share…", "Copy link", "Print or save as PDF", "Picture (PNG)", "Picture (SVG)", "Spreadsheet (CSV)", "Data (JSON)", "Copy as text", "Copy as Markdown"]) {
    await lawgrade.tabTo(button(page, label));
  }
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing in the tools, ${colorScheme}, ${width} pixels wide`, async ({ lawgrade, page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await lawgrade.open(`${buyersAddress},nonsense`);
      await lawgrade.openTool("Save and compare scenarios");
      await lawgrade.openTool("Share, print and download");
      await save(page, "One");
      await button(page, "Remove").click();
      await save(page, "Two");
      expect(await axe(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}

test.describe("when the tools cannot be loaded", () => {
  test.use({ expectsErrors: true });
  for (const part of [/tools-.*wasm/, /tools-.*js/]) test(`the visitor reads it, and can try again, ${part}`, async ({ lawgrade, page }) => {
    await page.route(part, (route) => route.abort());
    await lawgrade.open(buyersAddress);
    const tool = await lawgrade.openTool("Save and compare scenarios", false);
    await expect(tool).toContainText("This part could not be loaded. The program");
    await lawgrade.shows(withBuyers);
    await page.unroute(part);
    const summary = page.getByText("Save and compare scenarios");
    await summary.click();
    await summary.click();
    await expect(name(page)).toBeVisible();
  });
});

test("calculator and tools outlive a collection of garbage", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await lawgrade.openTool("Ways to a better grade");
  const client = await page.context().newCDPSession(page);
  await client.send("HeapProfiler.enable");
  for (let round = 0; round < 2; round += 1) {
    await client.send("HeapProfiler.collectGarbage");
    await page.waitForTimeout(500); // What was collected is told to its program in a turn of its own.
  }
  await lawgrade.switchIn("2.1", buyers).check();
  await lawgrade.shows(withBuyers);
  await expect(page.locator(".worth")).toBeVisible();
});

test.describe("memo and letter", () => {
  const memo = (page) => page.locator(".memo");
  const mail = (page) => page.getByRole("link", { name: "Open the letter in your mail program" });
  const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

  test("are there once something is changed, are read, copied and saved, and say what is to be changed", async ({ lawgrade, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await lawgrade.open(baseline);
    const tool = await lawgrade.openTool("Share, print and download");
    await expect(tool).toContainText("There is nothing to be changed yet.");
    await expect(memo(page)).toHaveCount(0);
    await lawgrade.switchIn("2.1", buyers).check();
    await page.getByText("Read the memo").click();
    const read = memo(page).locator(".document");
    await expect(read.getByRole("heading", { level: 3 })).toHaveText("Connecticut: from grade C to grade B");
    await expect(read.getByRole("link", { name: /^https:\/\/www\.cga\.ct\.gov\// }).first()).toBeVisible();
    await expect(read.getByRole("row", { name: "Total" }).getByRole("cell")).toHaveText(["79 of 102.5", "82.5 of 102.5"]);
    await expect(read.getByRole("row", { name: "Grade" }).getByRole("cell")).toHaveText(["C", "B"]);
    await button(page, "Copy the memo as Markdown").click();
    await expect(told(tool)).toHaveText("The memo is in the clipboard.");
    const copied = await clipboard(page);
    expect(copied).toContain(`## To be put into law\n\n- ${buyers}. Finding: `);
    const download = page.waitForEvent("download");
    await button(page, "Save the memo").click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("lawgrade-memo.md");
    expect(readFileSync(await file.path(), "utf8")).toBe(copied);
    await button(page, "Copy the memo as text").click();
    await expect.poll(() => clipboard(page)).toContain(`\nTo be put into law\n\n- ${buyers}. Finding: `);
  });

  test("the letter is copied, and a mail program gets the same", async ({ lawgrade, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await lawgrade.open(buyersAddress);
    const tool = await lawgrade.openTool("Share, print and download");
    await page.getByText("Read the letter").click();
    await button(page, "Copy the letter").click();
    await expect(told(tool)).toHaveText("The letter is in the clipboard.");
    const letter = await clipboard(page);
    expect(letter).toMatch(/^Dear \[name of the legislator\],\n\n/);
    expect(letter).toContain(`To be put into law:\n- ${buyers}\n`);
    expect(letter).toContain(`${page.url().split("?")[0].split("#")[0]}#pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers`);
    await expect(memo(page).locator(".letter-body")).toHaveText(letter, { useInnerText: true });
    const href = await mail(page).getAttribute("href");
    expect(href.length).toBeLessThanOrEqual(1900);
    const asked = new URL(href).search.slice(1).split("&").map((field) => field.split("=").map(decodeURIComponent));
    expect(asked.map(([name]) => name)).toEqual(["subject", "body"]);
    expect(asked[0][1]).toBe("Connecticut: a change of the law, by the rules of “Protected Innocence Challenge”");
    expect(asked[1][1].replaceAll("\r\n", "\n")).toBe(letter);
    // By the keyboard, on the page itself.
    await expect(mail(page)).toHaveAttribute("target", "_self");
    await lawgrade.tabTo(mail(page));
  });

  const english = ["connecticut.html", "Share, print and download", "Read the memo", "Read the letter"];
  const spanish = ["connecticut.es.html", "Compartir, imprimir y descargar", "Leer el memorando", "Leer la carta"];
  for (const [colorScheme, width, [path, tool, ...folds]] of [["light", 1280, english], ["dark", 390, english], ["light", 320, english], ["light", 320, spanish]]) {
    test(`axe finds nothing, and nothing is wider than the page: ${path}, ${colorScheme}, ${width} pixels wide`, async ({ lawgrade, page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${path}${buyersAddress}`);
      await lawgrade.openTool(tool);
      for (const fold of folds) await page.getByText(fold).click();
      await expect(memo(page).locator(".letter-body")).toBeVisible();
      expect(await axe(page, { include: ".tool[open]" })).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }
});
