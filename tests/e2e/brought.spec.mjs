// Cards that an author has brought: the page that shows them, and what comes out of it.
import { readFileSync, writeFileSync } from "node:fs";
import { unzipSync } from "../../site/node/node_modules/fflate/esm/index.mjs";
import { typeOf } from "../types.mjs";
import { axe } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const data = (path) => readFileSync(new URL(`../../data/${path}`, import.meta.url), "utf8");

// A framework of this site as a card file.
function cardFile(id) {
  const { $schema, ...framework } = JSON.parse(data(`${id}/framework.json`));
  const { $schema: _, ...es } = JSON.parse(data(`${id}/words.es.json`));
  return JSON.stringify({ lawgrade: 1, language: "en", framework, cards: data(`${id}/cards.csv`), words: { es } });
}

const small = (fields = {}, provision = {}) =>
  JSON.stringify({
    lawgrade: 1,
    language: "en",
    framework: {
      id: "made-2026",
      title: "Courts and minors",
      year: 2026,
      publisher: "Our Group",
      about: "Two questions.",
      bands: [{ grade: "A", from: 2 }, { grade: "B", from: 1 }, { grade: "F", from: 0 }],
      provisions: [{ id: "video", label: "Minors may testify by video", ...provision }, { id: "closed", label: "The room may be closed" }],
      sections: [{ id: "courts", title: "Courts", checklist: ["video", "closed"] }],
      ...fields,
    },
    cards: "subject,name,video,closed\nct,Connecticut,y,n\nny,New York,y,y\n",
  });

const strict = (site) => site.replace("sub-path", "strict");
const rows = (page) => page.locator(".ranking tbody tr");
const banner = (page) => page.locator(".author");

async function bring(page, site, text, name = "card.json", language = "") {
  await page.goto(`${strict(site)}brought${language}.html`);
  await page.locator("#file").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });
}

async function taken(page, name) {
  const download = page.waitForEvent("download");
  await page.locator("#taking .actions").getByRole("button", { name }).click();
  return (await download).path();
}

// The file is opened as a visitor does: from a disk, without a network.
async function openOneFile(page, context) {
  const from = await taken(page, "One HTML file");
  const path = test.info().outputPath("card.html");
  writeFileSync(path, readFileSync(from));
  await context.setOffline(true);
  const requests = [];
  page.on("request", (request) => /^(http|ws)/.test(request.url()) && requests.push(request.url()));
  await page.goto(`file://${path}`);
  return { path, requests };
}

// The letters of the publisher's table, by subject.
function printed(id, column) {
  const [head, ...lines] = data(`${id}/cards.csv`).trim().split("\n").map((line) => line.split(","));
  return Object.fromEntries(lines.map((cells) => [cells[0], cells.at(head.indexOf(column) - head.length)]));
}

const column = (page, id) => page.locator(".ranking").evaluate((table, id) => {
  const place = [...table.tHead.rows[0].cells].findIndex((cell) => cell.dataset.id === id);
  return Object.fromEntries([...table.tBodies[0].rows].map((row) => [row.dataset.subject, row.cells[place].textContent]));
}, id);
const letters = (page) => column(page, "grade");
const ranks = async (page) => Object.values(await column(page, "rank"));

test("Sunlight’s fifty states have their letters on the page and in the one file from a disk", async ({ page, site, context }) => {
  await page.addInitScript(() => {
    window.refused = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.refused.push([violatedDirective, blockedURI]));
  });
  await bring(page, site, cardFile("sunlight-2015"));
  await expect(rows(page)).toHaveCount(50);
  const expected = printed("sunlight-2015", "band:total");
  expect(Object.keys(expected)).toHaveLength(50);
  expect(await letters(page)).toEqual(expected);
  await expect(banner(page)).toContainText("made with Lawgrade. Lawgrade has not checked it.");
  await expect(page).toHaveTitle(/2015/);
  expect(await page.evaluate(() => window.refused)).toEqual([]);
  const { requests } = await openOneFile(page, context);
  await expect(banner(page)).toContainText("Lawgrade has not checked it");
  expect(await letters(page)).toEqual(expected);
  await rows(page).getByRole("link", { name: "Connecticut" }).click();
  await expect(page.locator("#grade")).toHaveText(expected.ct);
  await page.getByText("Ways to a better result").click();
  await page.getByLabel("What should be reached?").selectOption({ label: "Grade A, from 4" });
  await expect(page.locator(".outcome")).toContainText("enough");
  expect(requests).toEqual([]);
  expect(await page.evaluate(() => window.refused)).toEqual([]);
});

test("the ranking of 190 economies is in the one file", async ({ page, site, context }) => {
  await bring(page, site, cardFile("wbl-2020"));
  await expect(rows(page)).toHaveCount(190);
  const shown = await ranks(page);
  await openOneFile(page, context);
  await expect(rows(page)).toHaveCount(190);
  expect(await ranks(page)).toEqual(shown);
  expect(shown.slice(0, 9)).toEqual(Array(8).fill("1").concat("9"));
  await page.locator(".filters input[type=search]").first().fill("Kenya");
  await page.locator(".ranking a", { hasText: "Kenya" }).click();
  await expect(page.locator("#total")).toHaveText(printed("wbl-2020", "figure:index").ke);
});

test("what does not apply to bodies of Chicago is left out of both counts", async ({ page, site, context }) => {
  await bring(page, site, cardFile("chicago-2019"));
  await expect(rows(page)).toHaveCount(148);
  const expected = printed("chicago-2019", "band:total");
  expect(await letters(page)).toEqual(expected);
  await openOneFile(page, context);
  expect(await letters(page)).toEqual(expected);
  await page.evaluate(() => (location.hash = "#chicago-2019/chicago-advisory-council-on-equity"));
  await expect(page.locator("#total")).toHaveText("20");
  await expect(page.locator(".provision.out").first()).toBeVisible();
});

test("a link carries a card, and a damaged or longer one is told", async ({ page, site, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await bring(page, site, small());
  await page.locator("#taking").getByRole("button", { name: "Copy a link" }).click();
  await expect(page.locator("#taking [role=status]")).toContainText("on the clipboard");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(8192);
  const other = await context.newPage();
  await other.goto(link);
  await expect(rows(other)).toHaveCount(2);
  await expect(banner(other)).toContainText("Our Group");
  // The address has the scenario from now on, and the tab keeps the card.
  await other.locator(".ranking a", { hasText: "Connecticut" }).click();
  await other.getByRole("checkbox", { name: "The room may be closed" }).check();
  await expect(other.locator("#grade")).toHaveText("A");
  await other.reload();
  await expect(other.locator("#grade")).toHaveText("A");
  const fresh = await context.newPage();
  await fresh.goto(link.replace(/.{40}$/, ""));
  await expect(fresh.locator("#found")).toContainText("changed on its way");
  await fresh.goto("about:blank");
  await fresh.goto(`${link}${"A".repeat(8192)}`);
  await expect(fresh.locator("#found")).toContainText("longer than a link");
  await bring(page, site, cardFile("wbl-2020"));
  await expect(rows(page)).toHaveCount(190);
  await page.locator("#taking").getByRole("button", { name: "Copy a link" }).click();
  await expect(page.locator("#taking [role=status]")).toContainText("too large for a link");
});

test("hostile texts stay texts, on the page and in the one file", async ({ page, site, context }) => {
  const hostile = '</script><script>window.hacked = 1</script><img src="https://evil.test/x" onerror="window.hacked = 2"> javascript:alert(1) https://evil.test/ \u202eright\u2028[[card file]]';
  const text = JSON.parse(small({ title: hostile, publisher: hostile, about: hostile }, { label: hostile }));
  text.framework.source = { title: hostile, address: "javascript:alert(1)", licence: hostile, ours: hostile };
  text.framework.sections[0].title = hostile;
  text.cards = `subject,name,group,video,closed\nct,"${hostile.replaceAll('"', '""')}","${hostile.replaceAll('"', '""')}",y,n\n`;
  text.findings = { video: { finding: hostile, citation: "https://evil.test/law", basis: "statute" } };
  await bring(page, site, JSON.stringify(text));
  const isHarmless = async () => {
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('<img src="https:');
    await rows(page).getByRole("link").click();
    await expect(page.locator("#grade")).toHaveText("B");
    await expect(page.locator(".author-finding").first()).toContainText("<img src=");
    await expect(page.locator(".author-finding").first()).toContainText("evil.test/law. Basis, as the author says: statute.");
    await page.getByText("Share, print and download").click();
    await expect(page.locator(".take-away .document").first()).toBeVisible();
    expect(await page.evaluate(() => window.hacked)).toBeUndefined();
    await expect(page.locator("img")).toHaveCount(0);
    const links = await page.locator("a[href]").evaluateAll((links) => links.map((link) => link.href));
    expect(links.filter((href) => /evil|javascript/.test(href))).toEqual([]);
    expect(await page.locator("body").innerText()).not.toContain("\u202e");
  };
  await isHarmless();
  const { requests } = await openOneFile(page, context);
  await isHarmless();
  expect(requests).toEqual([]);
});

test("what the author found stands at each provision: on the page, in the one file, in a link and in what is taken away", async ({ page, site, context }) => {
  const card = JSON.parse(small());
  card.cards = "subject,name,video,closed\nct,Connecticut,y,n\n";
  card.findings = { video: { finding: "The judge decides in each case", citation: "Gen. Stat. § 54-86g", basis: "statute" }, closed: { finding: "No law says so.", basis: "assumed" } };
  const found = ["The judge decides in each case. Gen. Stat. § 54-86g. Basis, as the author says: statute.", "No law says so. Basis, as the author says: assumed."];
  const shown = async (page) => {
    await rows(page).getByRole("link", { name: "Connecticut" }).click();
    await expect(page.locator(".author-finding")).toHaveText(found);
    await expect(page.getByRole("checkbox", { name: "Minors may testify by video" })).toHaveAccessibleDescription(`On the card: yes. ${found[0]}`);
  };
  await bring(page, site, JSON.stringify(card));
  await shown(page);
  await page.getByRole("checkbox", { name: "The room may be closed" }).check();
  await page.getByText("Share, print and download").click();
  const table = page.waitForEvent("download");
  await page.getByRole("button", { name: "Spreadsheet (CSV)" }).first().click();
  const line = readFileSync(await (await table).path(), "utf8").split("\r\n").find((line) => line.includes("Minors may testify"));
  expect(line).toContain('"The judge decides in each case","Gen. Stat. § 54-86g","statute"');
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("#sheet")).toContainText("Added: The room may be closed. No law says so. Basis, as the author says: assumed.");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator("#taking").getByRole("button", { name: "Copy a link" }).click();
  await expect(page.locator("#taking [role=status]")).toContainText("on the clipboard");
  const other = await context.newPage();
  await other.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await shown(other);
  await openOneFile(page, context);
  await shown(page);
});

test("beside several cards, a finding says that it is about none of them alone", async ({ page, site }) => {
  await bring(page, site, JSON.stringify({ ...JSON.parse(small()), findings: { video: { finding: "Counts as soon as a court may order it." } } }), "card.json", ".es");
  await rows(page).getByRole("link", { name: "Connecticut" }).click();
  await expect(page.locator(".author-finding")).toHaveText(["Para todos los informes: Counts as soon as a court may order it."]);
});

// A spreadsheet with two subjects, and what the law of each says.
const hostile = '<img src=x onerror=alert(1)> https://evil.test/ </script>';
const findings = `[Settings]
Setting,Value
Title,Courts and minors
Publisher,Our Group
Year,2026
[Provisions]
Id,Provision,Section,Points,Finding
video,Minors may testify by video,Courts,1,Counts as soon as a court may order it.
closed,The room may be closed,Courts,1,
[Grades]
Grade,From
A,2
B,1
F,0
[Subjects]
Subject,Name,video,closed
ct,Connecticut,y,n
ny,New York,y,y
[Findings]
Subject,Provision,Finding,Citation,Basis
Connecticut,closed,No law says so,"Gen. Stat. § 54-86g",statute
NY,Minors may testify by video,${hostile},https://evil.test/law,published
`;

test("the finding of the subject that is open stands there: on the page, in what is taken away, and in files that come back", async ({ page, site, context }) => {
  const ofAll = "For all subjects: Counts as soon as a court may order it.";
  const ofConnecticut = [ofAll, "No law says so. Gen. Stat. § 54-86g. Basis, as the author says: statute."];
  const found = page.locator(".author-finding");
  const isShown = async () => {
    await rows(page).getByRole("link", { name: "Connecticut" }).click();
    await expect(found).toHaveText(ofConnecticut);
    await expect(page.getByRole("checkbox", { name: "The room may be closed" })).toHaveAccessibleDescription(`On the card: no. ${ofConnecticut[1]}`);
    // Another subject is chosen in the calculator itself.
    await page.locator(".subject select").selectOption({ label: "New York" });
    await expect(found).toHaveCount(1);
    await expect(found).toContainText("<img src=x onerror=alert(1)> https:");
    await expect(found).toContainText("evil.test/law. Basis, as the author says: published.");
    await expect(page.locator("#calculator :is(img, a[href*='evil'])")).toHaveCount(0);
    await expect(page.getByRole("checkbox", { name: "The room may be closed" })).toHaveAccessibleDescription("On the card: yes.");
  };
  await bring(page, site, findings, "card.csv");
  await isShown();
  await page.locator(".subject select").selectOption({ label: "Connecticut" });
  await page.getByRole("checkbox", { name: "The room may be closed" }).check();
  await page.getByText("Share, print and download").click();
  const table = page.waitForEvent("download");
  await page.getByRole("button", { name: "Spreadsheet (CSV)" }).first().click();
  const lines = readFileSync(await (await table).path(), "utf8").split("\r\n");
  expect(lines.find((line) => line.includes("The room may be closed"))).toContain('"No law says so","Gen. Stat. § 54-86g","statute"');
  expect(lines.join()).not.toContain("evil");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("#sheet")).toContainText(`Added: The room may be closed. ${ofConnecticut[1]}`);
  // The card file and the one file have all of them.
  const file = readFileSync(await taken(page, "Card file"), "utf8");
  expect(JSON.parse(file).subjectFindings.map(({ subject, provision }) => [subject, provision])).toEqual([["ct", "closed"], ["ny", "video"]]);
  await bring(page, site, file);
  await isShown();
  await openOneFile(page, context);
  await isShown();
});

// Three subjects: one in both years, each of the others in one.
const years = findings
  .replace(/\[Subjects\][^]*/, "[Subjects]\nSubject,Name,Year,video,closed\nct,Connecticut,2018,n,n\nct,Connecticut,2019,y,n\nny,New York,2019,y,y\noh,Ohio,2018,y,y\n")
  .concat("[Findings]\nSubject,Year,Provision,Finding\nct,2018,closed,Not yet\nct,2019,closed,No law says so\n");
const year = (page) => page.getByRole("combobox", { name: "Year of the law" });
const names = (page) => rows(page).locator("th");

test("a visitor chooses the year of the law, and everything is of that year", async ({ page, site }) => {
  await bring(page, site, years, "card.csv");
  await expect(names(page)).toHaveText(["New York", "Connecticut"]);
  await expect(year(page).locator("option")).toHaveText(["2019", "2018"]);
  await expect(page.locator("#law [role=status]")).toHaveText("The law of 2019 is shown.");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Courts and minors 2026, law of 2019");
  // By the keyboard, which stays where it is.
  await year(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(names(page)).toHaveText(["Ohio", "Connecticut"]);
  await expect(year(page)).toBeFocused();
  await expect(page.locator("#law [role=status]")).toHaveText("The law of 2018 is shown.");
  await expect(page).toHaveTitle("Courts and minors 2026, law of 2018");
  expect(new URL(page.url()).searchParams.get("year")).toBe("2018");
  // The scenario stays, and counts from the other year's law.
  await rows(page).getByRole("link", { name: "Connecticut" }).click();
  await expect(page.locator("#grade")).toHaveText("F");
  await expect(page.locator(".author-finding").last()).toHaveText("Not yet.");
  await page.getByRole("checkbox", { name: "The room may be closed" }).check();
  await expect(page.locator("#grade")).toHaveText("B");
  await page.getByText("Share, print and download").click();
  await expect(page.locator(".take-away .document").first()).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("#sheet")).toContainText("Courts and minors 2026, law of 2018");
  await year(page).selectOption("2019");
  await expect(page.locator("#grade")).toHaveText("A");
  await expect(page.getByRole("checkbox", { name: "The room may be closed" })).toBeChecked();
  await expect(page.locator(".author-finding").last()).toHaveText("No law says so.");
  expect(new URL(page.url()).search).not.toContain("year");
  // Loaded again, the tab shows the year that the address has.
  await year(page).selectOption("2018");
  await expect(page.locator("#grade")).toHaveText("B");
  await page.reload();
  await expect(year(page)).toHaveValue("2018");
  await expect(page.locator("#grade")).toHaveText("B");
});

test("a year that the card has not, and a subject that the year has not, are told", async ({ page, site }) => {
  await bring(page, site, years, "card.csv");
  await expect(rows(page)).toHaveCount(2);
  const address = new URL(page.url());
  address.search = "?year=1999";
  await page.goto(address.href);
  await expect(page.locator("#law [role=status]")).toHaveText("This card has no year “1999”. The law of 2019 is shown.");
  await expect(names(page)).toHaveText(["New York", "Connecticut"]);
  await rows(page).getByRole("link", { name: "New York" }).click();
  await expect(page.locator("#grade")).toHaveText("A");
  await year(page).selectOption("2018");
  await expect(names(page)).toHaveText(["Ohio", "Connecticut"]);
  await expect(page.locator("#calculator")).toContainText("“ny” has no card here");
  await year(page).selectOption("2019");
  await expect(page.locator("#grade")).toHaveText("A");
});

test("years are in the one file from a disk and in the small site", async ({ page, site, context }) => {
  await bring(page, site, years, "card.csv");
  const files = unzipSync(readFileSync(await taken(page, "Small site")));
  const { path, requests } = await openOneFile(page, context);
  const isWhole = async () => {
    await expect(names(page)).toHaveText(["New York", "Connecticut"]);
    await year(page).selectOption("2018");
    await expect(names(page)).toHaveText(["Ohio", "Connecticut"]);
    await rows(page).getByRole("link", { name: "Ohio" }).click();
    await expect(page.locator("#grade")).toHaveText("A");
    await year(page).selectOption("2019");
    await expect(names(page)).toHaveText(["New York", "Connecticut"]);
    await rows(page).getByRole("link", { name: "Connecticut" }).click();
    await expect(page.locator("#grade")).toHaveText("B");
  };
  await isWhole();
  await page.goto(`file://${path}?year=2018`);
  await expect(names(page)).toHaveText(["Ohio", "Connecticut"]);
  expect(requests).toEqual([]);
  await context.setOffline(false);
  const home = site.replace(/a\/sub-path\/$/, "their-site/");
  await page.route(`${home}**`, (route) => {
    const name = new URL(route.request().url()).pathname.replace("/their-site/", "") || "index.html";
    return files[name] ? route.fulfill({ body: Buffer.from(files[name]), contentType: typeOf(name) }) : route.fulfill({ status: 404 });
  });
  await page.goto(home);
  await isWhole();
});

test("a row that says no year belongs to the last, so that nobody is lost, and nobody stands twice", async ({ page, site }) => {
  await bring(page, site, years.replace("ny,New York,2019,", "ct,Connecticut,,n,n\nny,New York,,"), "card.csv");
  await expect(names(page)).toHaveText(["New York", "Connecticut"]);
  await year(page).selectOption("2018");
  await expect(names(page)).toHaveText(["Ohio", "Connecticut"]);
});

test("where no subject has several years, none is chosen", async ({ page, site }) => {
  await bring(page, site, years.replace(/ct,Connecticut,2018.*\n/, "").replace(/\[Findings\][^]*/, ""), "card.csv");
  await expect(rows(page)).toHaveCount(3);
  await expect(year(page)).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Courts and minors 2026");
});

for (const scheme of ["light", "dark"]) {
  test(`the choice of a year can be used by everybody, ${scheme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await bring(page, site, years, "card.csv", ".es");
      await expect(page.getByRole("combobox", { name: "Año de la ley" })).toBeVisible();
      expect(await axe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect((await page.getByRole("combobox", { name: "Año de la ley" }).boundingBox()).height).toBeGreaterThanOrEqual(44);
    }
  });
}

test("a page of ours hands over cards as they change, and the scenario stays", async ({ page, site }) => {
  await page.goto(`${site}examples/iframe.html`);
  await page.evaluate(() => {
    window.heard = [];
    addEventListener("message", ({ data }) => data.lawgrade === "brought" && window.heard.push(data));
  });
  await page.evaluate((src) => document.body.replaceChildren(Object.assign(document.createElement("iframe"), { src, width: 1000, height: 900 })), `${site}brought.html`);
  await expect.poll(() => page.evaluate(() => window.heard)).toEqual([{ lawgrade: "brought", ready: true }]);
  const hand = (card) => page.evaluate((card) => document.querySelector("iframe").contentWindow.postMessage({ lawgrade: "brought", card }, location.origin), card);
  const inside = page.frameLocator("iframe");
  await hand(small());
  await inside.locator(".ranking a", { hasText: "Connecticut" }).click();
  await inside.getByRole("checkbox", { name: "The room may be closed" }).check();
  await expect(inside.locator("#grade")).toHaveText("A");
  // Other letters, for the same scenario.
  await hand(small({ bands: [{ grade: "Good", from: 2 }, { grade: "Bad", from: 0 }] }));
  await expect(inside.locator("#grade")).toHaveText("Good");
  await expect(inside.getByRole("checkbox", { name: "The room may be closed" })).toBeChecked();
  await inside.getByRole("checkbox", { name: "The room may be closed" }).uncheck();
  await expect(inside.locator("#grade")).toHaveText("Bad");
  await hand(small().slice(0, 200));
  await expect(inside.locator("#found")).toContainText("no JSON");
  for (let turn = 0; turn < 5; turn += 1) await hand(small({ title: `Turn ${turn}` }));
  await expect(inside.getByRole("heading", { level: 1, includeHidden: true })).toHaveText("Turn 4 2026");
  await expect(inside.locator("#found")).toBeHidden();
  await expect(inside.locator("#grade")).toHaveText("B");
  await expect(inside.locator(".author")).toContainText("Our Group");
});

test.describe("an element on a page of another origin", () => {
  test.use({ expectsErrors: /404|ERR_FAILED|CORS/ });

  const host = async (page, site, attributes, card) => {
    const home = new URL("examples/iframe.html", site.replace("127.0.0.1", "localhost"));
    await page.route("**/their-card.*", (route) => (card === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body: card })));
    await page.goto(home.href);
    const listener = "window.heard = []; addEventListener('lawgrade-change', ({ detail }) => heard.push(detail)); addEventListener('lawgrade-error', ({ detail }) => heard.push(detail.code));";
    await page.setContent(`<script>${listener}</script><script defer src="${site}embed.js"></script><law-grade ${attributes}></law-grade>`);
  };
  const inside = (page) => page.frameLocator("iframe");

  test("shows the host’s card, follows its address and tells of changes", async ({ page, site }) => {
    await host(page, site, 'data="their-card.json" address="made-2026/ct"', JSON.stringify({ ...JSON.parse(small()), findings: { video: { finding: "By order of the court." } } }));
    await expect(inside(page).locator("#grade")).toHaveText("B");
    await expect(inside(page).locator(".author")).toContainText("Our Group");
    await expect(inside(page).locator(".author-finding")).toHaveText(["For all subjects: By order of the court."]);
    await inside(page).getByRole("checkbox", { name: "The room may be closed" }).check();
    await expect.poll(() => page.evaluate(() => window.heard.at(-1))).toEqual({ address: "made-2026/ct/on=closed", total: 2, max: 2, grade: "A" });
    await page.evaluate(() => (document.querySelector("law-grade").address = "made-2026/ny"));
    await expect(inside(page).locator(".subject select")).toHaveValue(/./);
    await expect.poll(() => page.evaluate(() => window.heard.at(-1).address)).toBe("made-2026/ny");
    const height = () => page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height);
    const content = () => inside(page).locator("body").evaluate((body) => body.getBoundingClientRect().height);
    await expect.poll(async () => (await height()) - Math.ceil(await content())).toBe(0);
  });

  test("reads a table, too, and shows all of its cards", async ({ page, site }) => {
    const table = "[Provisions]\nId,Provision\nvideo,By video\nclosed,Closed\n[Subjects]\nSubject,video,closed\nct,y,n\nny,y,y\n";
    await host(page, site, 'data="their-card.csv" theme="dark"', table);
    await expect(inside(page).locator(".ranking tbody tr")).toHaveCount(2);
    expect(await inside(page).locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)).toBe("rgb(21, 23, 27)");
  });

  test("reads a workbook, with every letter of its fifty states", async ({ page, site }) => {
    const workbook = readFileSync(new URL("../../dist/frameworks/sunlight-2015.xlsx", import.meta.url));
    await host(page, site, 'data="their-card.xlsx" address="sunlight-2015/ct"', workbook);
    const expected = printed("sunlight-2015", "band:total");
    await expect(inside(page).locator("#grade")).toHaveText(expected.ct);
    await expect(inside(page).locator(".author")).toContainText("Lawgrade has not checked it");
    await host(page, site, 'data="their-card.xlsx"', workbook);
    await expect(inside(page).locator(".ranking tbody tr")).toHaveCount(50);
    const shown = await inside(page).locator(".ranking").evaluate((table) => {
      const place = [...table.tHead.rows[0].cells].findIndex((cell) => cell.dataset.id === "grade");
      return Object.fromEntries([...table.tBodies[0].rows].map((row) => [row.dataset.subject, row.cells[place].textContent]));
    });
    expect(shown).toEqual(expected);
    // Half of it is told, and the host hears of it.
    await host(page, site, 'data="their-card.xlsx"', workbook.subarray(0, workbook.length / 2));
    await expect(inside(page).locator("#found")).toContainText("This card cannot be shown.");
  });

  test("shows a checklist that was typed in the short form, from start to end", async ({ page, site }) => {
    await page.goto(`${strict(site)}make.html?lang=en`);
    await expect(page.locator("#make[data-ready]")).toBeVisible();
    for (const [label, text] of [["Title of the card", "Courts"], ["Who publishes it", "Our group"], ["Year", "2026"], ["Whose law it is", "Ohio"]]) await page.getByLabel(label).fill(text);
    const typed = [["Rooms", "Judges may close the room", "2", "y"], ["", "Minors may testify by video", "1.5", "n"], ["Police", "Officers are trained each year", "1", "y"]];
    for (const [index, [section, provision, points, answer]] of typed.entries()) {
      const row = page.locator(".form-row").nth(index);
      await row.getByLabel("Section").fill(section);
      await row.getByLabel("Provision").fill(provision);
      await row.getByLabel("Points").fill(points);
      await row.getByLabel("In law?").selectOption(answer);
    }
    await page.getByRole("button", { name: "Make the card" }).click();
    await expect(page.locator(".found-count")).toContainText("Mistakes: 0.");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Card file (JSON)" }).click();
    const file = readFileSync(await (await download).path(), "utf8");
    const { framework, cards } = JSON.parse(file);
    await host(page, site, `data="their-card.json" address="${framework.id}/${cards.split("\n")[1].split(",")[0]}"`, file);
    await expect(inside(page).locator("#total")).toHaveText("3");
    await expect(inside(page).locator(".author")).toContainText("Our group");
    await inside(page).getByRole("checkbox", { name: "Minors may testify by video" }).check();
    await expect(inside(page).locator("#total")).toHaveText("4.5");
    await expect.poll(() => page.evaluate(() => window.heard.at(-1)?.total)).toBe(4.5);
  });

  test("says what is wrong with the file and what to do", async ({ page, site }) => {
    await host(page, site, 'data="their-card.json"');
    await expect(page.getByRole("alert")).toContainText("Access-Control-Allow-Origin");
    expect(await page.evaluate(() => window.heard)).toEqual(["no-card"]);
  });

  test("takes no file that is larger than the host allows", async ({ page, site }) => {
    await host(page, site, 'data="their-card.json" data-limit="300"', small());
    await expect(page.getByRole("alert")).toContainText("data-limit");
    expect(await page.evaluate(() => window.heard)).toEqual(["card-too-large"]);
  });
});

test("the element works on the calculator's own host, too", async ({ page, site }) => {
  await page.goto(`${strict(site)}examples/own-card.html`);
  const inside = page.frameLocator("iframe");
  await expect(inside.locator(".ranking tbody tr")).toHaveCount(3);
  await expect(inside.locator("#found")).toBeHidden();
  await inside.locator(".ranking a", { hasText: "West" }).click();
  await expect(inside.locator("#grade")).toHaveText("A");
});

test("a damaged card is told, and what works of it is there", async ({ page, site }) => {
  const wrong = JSON.parse(small());
  wrong.cards = "subject,name,video,closed\nct,Connecticut,y,maybe\nny,New York,y,y\n";
  await bring(page, site, JSON.stringify(wrong));
  await expect(page.locator("#found")).toContainText("“maybe” is no answer");
  await expect(rows(page)).toHaveCount(2);
  await bring(page, site, small().slice(0, 300));
  await expect(page.locator("#found")).toContainText("This card cannot be shown.");
  await bring(page, site, "Provision,In law?\nA law,y\n", "card.csv");
  await expect(banner(page)).toContainText("does not name its author");
  await bring(page, site, "Nothing at all", "card.csv");
  await expect(page.locator("#found")).toContainText("This card cannot be shown.");
});

test("a small site is a page, a card file that can be replaced, and a text that says so", async ({ page, site }) => {
  await bring(page, site, small());
  await expect(rows(page)).toHaveCount(2);
  const files = unzipSync(readFileSync(await taken(page, "Small site")));
  expect(Object.keys(files)).toEqual(expect.arrayContaining(["index.html", "card.json", "README.txt"]));
  const home = site.replace(/a\/sub-path\/$/, "their-site/");
  await page.route(`${home}**`, (route) => {
    const name = new URL(route.request().url()).pathname.replace("/their-site/", "") || "index.html";
    return files[name] ? route.fulfill({ body: Buffer.from(files[name]), contentType: typeOf(name) }) : route.fulfill({ status: 404 });
  });
  await page.goto(home);
  await expect(rows(page)).toHaveCount(2);
  await page.locator(".ranking a", { hasText: "New York" }).click();
  await expect(page.locator("#grade")).toHaveText("A");
  files["card.json"] = new TextEncoder().encode(small({ publisher: "Another Group" }));
  await page.reload();
  await expect(banner(page)).toContainText("Another Group");
});

for (const [language, ending, heading, told] of [["en", "", "Open a card", "Lawgrade has not checked it"], ["es", ".es", "Abrir un informe", "Lawgrade no lo ha comprobado"]]) {
  test(`it can be read and used by everybody, in ${language}, on a phone`, async ({ page, site }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${strict(site)}brought${ending}.html`);
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    const isFine = async () => {
      expect(await axe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    };
    await isFine();
    await bring(page, site, cardFile("sunlight-2015"), "card.json", ending);
    await expect(rows(page)).toHaveCount(50);
    await expect(banner(page)).toContainText(told);
    await isFine();
    await rows(page).getByRole("link", { name: "Connecticut" }).click();
    await expect(page.locator("#grade")).toBeVisible();
    await isFine();
  });
}
