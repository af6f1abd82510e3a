// A workshop from start to end: a facilitator makes a task, five groups work on it without a network, and one page puts
// together what they hand in.
import { readFileSync } from "node:fs";
import jsqr from "jsqr";
import { axe } from "./accessibility.mjs";
import { buyers, expect, test } from "./visitor.mjs";

const registration = "Buyers convicted of buying sex with a minor must register as sex offenders";
const facilitators = "The trafficking law punishes those who assist, enable or profit from child sex trafficking";
const racketeering = "The racketeering or gang law counts sex trafficking as an underlying crime";
const start = "pic-2019/ct-2019/to=B/without=racketeering-predicates/bill=Buyers:trafficking-law-reaches-buyers,registration-buying";
const english = { locale: "en-US", serviceWorkers: "allow" };

// What a phone's camera would read: the code as it is painted.
async function scanned(page, code) {
  await code.scrollIntoViewIfNeeded();
  const png = (await code.screenshot({ scale: "css" })).toString("base64");
  const picture = await page.context().browser().newPage();
  const { data, width, height } = await picture.evaluate(async (png) => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${png}` });
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return { data: [...context.getImageData(0, 0, image.width, image.height).data], width: image.width, height: image.height };
  }, png);
  await picture.close();
  return jsqr(Uint8ClampedArray.from(data), width, height)?.data;
}

async function makeTask(page, at, { say = "", groups = "" } = {}) {
  await page.getByLabel("Address of the calculator").fill(at);
  await page.getByLabel("What the groups are to do").fill(say);
  await page.getByLabel("Names of the groups").fill(groups);
  await page.getByRole("button", { name: "Make the task" }).click();
  return page.getByLabel("Link of the task").inputValue();
}

// A group on a device of its own: it opens the task, and from then on its network is gone.
async function opened(browser, link, group) {
  const context = await browser.newContext(english);
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("What your group is called").fill(group);
  await page.getByRole("button", { name: "Open the calculator" }).click();
  await expect(page.locator("#task .say")).toHaveText("Reach a B. Do not touch racketeering.");
  await expect(page.locator("#kept")).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator("#task .goal")).toHaveText("To be reached: Grade B, from 80 points");
  // Its style is there, too.
  await expect(page.locator("#task .goal")).toHaveCSS("font-weight", "600");
  return page;
}

async function handedIn(page, switches) {
  for (const [label, on] of switches) await page.getByRole("checkbox", { name: label }).first().setChecked(on);
  await expect(page.locator("#calculator[data-tools]")).toHaveCount(1);
  await page.waitForTimeout(300);
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.locator("#task .handed h3")).toBeFocused();
  return page.getByLabel("Link to hand in").inputValue();
}

test("five groups work without a network, and one page puts together what they hand in", async ({ page, site, browser }) => {
  test.setTimeout(240000);
  await page.goto(`${site}workshop.html?lang=en`);
  const task = await makeTask(page, start, { say: "Reach a B. Do not touch racketeering.", groups: "Red, Blue, Green, Yellow, White" });
  await expect(page.locator("#made li").first()).toHaveText("Connecticut: 79 of 102.5, grade C, as published");
  await expect(page.locator("#made")).toContainText(`Has to stay as it is: ${racketeering}`);
  await expect(page.locator("#made")).toContainText(`On offer as a bill, Buyers: ${buyers} and ${registration}`);
  expect(await scanned(page, page.locator("#made .qr"))).toBe(task);

  const groups = { Red: [[buyers, true]], Blue: [[buyers, true], [registration, true]], Green: [[buyers, true]], Yellow: [[buyers, true], [racketeering, false]], White: [[buyers, true], [facilitators, true]] };
  const links = {};
  const pages = {};
  for (const [group, switches] of Object.entries(groups)) {
    pages[group] = await opened(browser, task, group);
    links[group] = await handedIn(pages[group], switches);
  }

  // Two by link, with a line between them that is none.
  await page.getByLabel("Links").fill(`${links.Red}\nWe are nearly there!\nBlue says: ${links.Blue}`);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.locator("#collected")).toHaveText("New: 2.");
  await expect(page.locator("#wrong li")).toHaveText(/^Line 2 is no hand-in and stays in the field: “We are nearly there!”/);
  await expect(page.getByLabel("Links")).toHaveValue("We are nearly there!");
  await page.getByLabel("Links").fill("");
  // One by file.
  const downloading = pages.Green.waitForEvent("download");
  await pages.Green.getByRole("button", { name: "Save as a file" }).click();
  const file = await (await downloading).path();
  await page.getByLabel("Files that groups have saved").setInputFiles({ name: "Green.json", mimeType: "application/json", buffer: readFileSync(file) });
  await expect(page.locator("#collected")).toHaveText("New: 1.");
  // One by its QR code, as a camera reads it and opens it on the facilitator's device.
  const read = await scanned(pages.Yellow, pages.Yellow.locator("#task .qr"));
  expect(read).toBe(links.Yellow);
  await page.goto(read);
  await expect(page.locator("#collected")).toHaveText("New: 1.");
  expect(page.url()).not.toContain("hand-in");
  // The last one is text of a code that some other program read. Twice is once.
  await page.getByLabel("Links").fill(`${links.White}\n${links.White}`);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.locator("#collected")).toHaveText("New: 1. Already here: 1.");
  for (const group of Object.values(pages)) await group.context().close();

  // Where each ended: equals share a rank.
  const rows = await page.locator("#merged table").first().locator("tbody tr").allInnerTexts();
  const cells = rows.map((row) => row.split("\t").slice(0, 5));
  expect(cells.map(([rank, group, , , target]) => [rank, group, target])).toEqual([
    ["1", "White", "reached"],
    ["2", "Blue", "reached"],
    ["3", "Red", "reached"],
    ["3", "Green", "reached"],
    ["3", "Yellow", "reached"],
  ]);
  expect(cells.find(([, group]) => group === "Red")[2]).toContain("82.5 of 102.5, grade B");
  await expect(page.locator("#merged .told-of-groups li")).toHaveText([`Yellow has changed what has to stay as it is: ${racketeering}.`]);
  await expect(page.locator("#merged > ul:not(.told-of-groups) li")).toHaveText([`In law: ${buyers}`]);
  const some = page.locator("#merged table").nth(1).locator("tbody tr");
  expect((await some.allInnerTexts()).map((row) => row.split("\t"))).toEqual(expect.arrayContaining([
    [`In law: ${registration}`, "1", "Blue"],
    [`In law: ${facilitators}`, "1", "White"],
    [`No longer in law: ${racketeering}`, "1", "Yellow"],
  ]));
  await expect(some).toHaveCount(3);
  await expect(page.locator("#merged table").nth(2).locator("tbody tr")).toHaveText([/Buyers\s*1\s*Blue/]);

  // It is all there again, fits on one page, and can be taken away and forgotten.
  await page.reload();
  await expect(page.locator("#merged table").first().locator("tbody tr")).toHaveCount(5);
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a table" }).click();
  const table = readFileSync(await (await saving).path(), "utf8");
  expect(table).toContain('"3","Green","82.5 of 102.5, grade B, up 3.5"');
  await page.getByRole("button", { name: "Take out Red" }).click();
  await expect(page.locator("#merged table").first().locator("tbody tr")).toHaveCount(4);
  await page.getByRole("button", { name: "Forget task and results" }).click();
  await expect(page.locator("#results")).toBeHidden();
  expect(await page.evaluate(() => localStorage.getItem("lawgrade workshop"))).toBeNull();
});

test("a task is made, worked on, handed in and put together by the keyboard alone", async ({ lawgrade, page, site }) => {
  const press = async (target) => {
    await lawgrade.tabTo(target);
    await page.keyboard.press("Enter");
  };
  const type = async (field, text) => {
    await lawgrade.tabTo(field);
    await page.keyboard.type(text);
  };
  await page.goto(`${site}workshop.html?lang=en`);
  await type(page.getByLabel("Address of the calculator"), start);
  await type(page.getByLabel("What the groups are to do"), "Reach a B.");
  await press(page.getByRole("button", { name: "Make the task" }));
  const task = page.getByLabel("Link of the task");
  await lawgrade.tabTo(task);

  await page.goto(await task.inputValue());
  await type(page.getByLabel("What your group is called"), "Red");
  await press(page.getByRole("button", { name: "Open the calculator" }));
  await expect(page.locator("#task .say")).toHaveText("Reach a B.");
  await lawgrade.tabTo(page.getByRole("checkbox", { name: buyers }).first());
  await page.keyboard.press("Space");
  await expect(page.locator("#grade")).toHaveText("B");
  await expect(page.locator("#calculator[data-tools]")).toHaveCount(1);
  // Backwards: what is handed in stands above the provisions.
  await lawgrade.tabTo(page.getByRole("button", { name: "Hand in" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("#task .handed h3")).toBeFocused();
  const handedIn = page.getByLabel("Link to hand in");
  await lawgrade.tabTo(handedIn);

  const link = await handedIn.inputValue();
  await page.goto(`${site}workshop.html?lang=en`);
  await type(page.getByLabel("Links"), link);
  await press(page.getByRole("button", { name: "Add" }));
  await expect(page.locator("#collected")).toHaveText("New: 1.");
  await expect(page.locator("#merged table").first().locator("tbody tr")).toHaveText(/^1Red82\.5 of 102\.5, grade B/);
});

test("a task on a card of a framework, and groups that did not keep to it", async ({ page, site }) => {
  await page.goto(`${site}workshop.html?lang=en`);
  const task = await makeTask(page, `${site}frameworks/wbl-2020.html?lang=en#wbl-2020/ke/to=82`, { say: "Reach 82." });
  await expect(page.locator("#made li").nth(1)).toHaveText("To be reached: 82");
  await page.goto(task);
  await page.getByLabel("What your group is called").fill("Nairobi");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/frameworks\/wbl-2020\.html\?lang=en&task=1#wbl-2020\/ke\/to=82$/);
  await expect(page.locator("#task .say")).toHaveText("Reach 82.");
  await page.getByRole("checkbox", { name: "There is paid leave that parents can share" }).check();
  await page.waitForTimeout(300);
  await page.getByRole("button", { name: "Hand in" }).click();
  const link = await page.getByLabel("Link to hand in").inputValue();
  await page.getByRole("checkbox", { name: "There is paid leave that parents can share" }).uncheck();
  await expect(page.locator("#task .handed h3")).toHaveCount(0);
  await expect(page.locator("#task")).toContainText("The scenario has changed since it was handed in.");
  await page.getByRole("button", { name: "Leave the task" }).click();
  await expect(page.locator("#task")).toHaveCount(0);
  expect(page.url()).not.toContain("task=");
  await page.goto(`${site}workshop.html?lang=en`);
  await page.getByLabel("Links").fill(`${link}\nDelhi: ${site}frameworks/wbl-2020.html#wbl-2020/in/on=parental-leave\nOslo - #wbl-2020/ke`);
  await page.getByRole("button", { name: "Add" }).click();
  const rows = page.locator("#merged table").first().locator("tbody tr");
  await expect(rows).toHaveText([/^1Nairobi.*reached/, /^2Oslo80\.6nothing changednot reached/]);
  await expect(page.locator("#merged .told-of-groups li")).toHaveText([/^Delhi is not counted: it is for the card “in”/]);
  await page.getByRole("button", { name: "Take out Delhi" }).click();
  await expect(page.locator("#merged .told-of-groups")).toHaveCount(0);
  await expect(rows).toHaveCount(2);
});

test("what groups hand in is put together without a network", async ({ site, browser }) => {
  const context = await browser.newContext(english);
  const page = await context.newPage();
  await page.goto(`${site}frameworks/wbl-2020.html?lang=en#wbl-2020/ke`);
  await expect(page.locator("#kept")).toBeVisible();
  await page.goto(`${site}workshop.html`);
  await expect(page.locator("#kept")).toBeVisible();
  await context.setOffline(true);
  const collected = async (line, told) => {
    await page.getByLabel("Links").fill(line);
    await page.getByRole("button", { name: "Add" }).click();
    await expect(page.locator("#merged tbody tr").first()).toContainText(told);
    await page.getByRole("button", { name: "Forget task and results" }).click();
  };
  await collected("One #pic-2019/ct-2019/on=trafficking-law-reaches-buyers", "82.5 of 102.5, grade B");
  await collected("Two #wbl-2020/ke/on=parental-leave", "83.1");
  await page.reload();
  await collected("Three #pic-2019/ct-2019", "79 of 102.5, grade C");
  await context.close();
});

test("what cannot be a task is told with what to do", async ({ page, site }) => {
  await page.goto(`${site}workshop.html?lang=en`);
  await makeTaskOf("hello");
  await expect(page.locator("#task-told")).toHaveText(/^This is no address of a calculator here\. Copy it from the address bar/);
  await makeTaskOf("wbl-2020/nowhere");
  await expect(page.locator("#task-told")).toHaveText("“nowhere” has no card here");
  await makeTaskOf("pic-2019/ct-2019/to=Z");
  await expect(page.locator("#made")).toContainText("Not read: “Z” is no grade or number of points here");
  await page.getByLabel("Files that groups have saved").setInputFiles([
    { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("we agreed on nothing") },
    { name: "code.png", mimeType: "image/png", buffer: Buffer.from("no picture") },
  ]);
  await expect(page.locator("#wrong li")).toHaveText([/^notes\.txt holds no hand-in\./, /^code\.png /]);
  await page.goto(`${site}connecticut.html?lang=en&task=1#pic-2019/ct-2019`);
  await expect(page.locator("#notice")).toContainText("The task is not in this browser any more.");

  async function makeTaskOf(at) {
    await page.getByLabel("Address of the calculator").fill(at);
    await page.getByRole("button", { name: "Make the task" }).click();
  }
});

test("a long link has no code, and says so", async ({ page, site }) => {
  await page.goto(`${site}workshop.html?lang=en`);
  const link = await makeTask(page, start, { say: "á".repeat(300) });
  expect(link.length).toBeGreaterThan(900);
  await expect(page.locator("#made .qr")).toHaveCount(0);
  await expect(page.locator("#made")).toContainText("This link is too long for a QR code that phones read.");
  await page.goto(link);
  await expect(page.locator("#join-say")).toHaveText("á".repeat(300));
});

for (const [language, look] of [["en", "light"], ["es", "dark"]]) {
  test(`everybody can use it: ${language}, ${look}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: look });
    const name = language === "en" ? "workshop.html" : `workshop.${language}.html`;
    const finds = async () => expect(await axe(page)).toEqual([]);
    await page.goto(`${site}${name}?lang=${language}`);
    await finds();
    await page.locator("#start").fill(start);
    await page.keyboard.press("Enter");
    await expect(page.locator("#made .qr")).toBeVisible();
    await page.locator("#lines").fill("A #pic-2019/ct-2019/on=trafficking-law-reaches-buyers\nB #pic-2019/ct-2019/on=registration-buying/off=racketeering-predicates\nC #wbl-2020/ke/on=x");
    await page.locator("#collect-form button").click();
    await expect(page.locator("#merged tbody tr").first()).toBeVisible();
    await finds();
    const task = await page.locator("#made textarea").inputValue();
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
    }
    await page.goto(task);
    await page.locator("#group").fill("A");
    await finds();
    await page.keyboard.press("Enter");
    await page.locator("#task form button").first().click();
    await expect(page.locator("#task .qr")).toBeVisible();
    await finds();
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test("it runs under the strict policy, and reads without scripts", async ({ page, baseURL, browser }) => {
  const strict = new URL("/a/strict/", baseURL).href;
  await page.goto(`${strict}workshop.html?lang=en`);
  const task = await makeTask(page, start, { say: "Reach a B." });
  await page.goto(task);
  await page.getByLabel("What your group is called").fill("One");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.goto(await page.getByLabel("Link to hand in").inputValue());
  await expect(page.locator("#merged tbody tr").first()).toContainText("One");
  const without = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await without.goto(`${strict}workshop.html`);
  await expect(without.locator("#how + ol li")).toHaveCount(4);
  await expect(without.locator("#make-form")).toBeHidden();
});
