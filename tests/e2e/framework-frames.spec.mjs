// Frameworks in pages of another origin: the calculator of any card, and parts of the page that shows all of them.
import { axe } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const other = (address, site) => new URL(address, site.replace("127.0.0.1", "localhost"));
const inside = (page, number = 0) => page.frameLocator("iframe").nth(number);
const kenya = "wbl-2020/ke";

async function host(page, site, content, folder = "sub-path") {
  await page.goto(other("examples/iframe.html", site).href);
  await page.setContent(`<script defer src="${site.replace("sub-path", folder)}embed.js"></script>${content}`);
  await page.evaluate(() => {
    window.heard = [];
    addEventListener("lawgrade-change", ({ detail }) => window.heard.push(detail));
  });
}

const lastHeard = (page) => page.evaluate(() => window.heard.at(-1));
const set = (page, address) => page.evaluate((address) => (document.querySelector("law-grade").address = address), address);

test("a card of any framework: its host sets a scenario, hears of changes and sees no other cards", async ({ page, site }) => {
  await host(page, site, `<law-grade address="${kenya}"></law-grade>`);
  await expect(inside(page).locator("#total")).toHaveText("80.6");
  await expect.poll(() => lastHeard(page)).toEqual({ address: kenya, total: 80.6, max: 100 });
  await expect(inside(page).locator("#overview")).toBeHidden();
  await expect(inside(page).locator(".introduction")).toBeHidden();
  const changed = `${kenya}/on=child-care-counts-for-pension`;
  await set(page, changed);
  await expect(inside(page).locator("#total")).toHaveText("83.8");
  await expect.poll(() => lastHeard(page)).toMatchObject({ address: changed, total: 83.8 });
  await inside(page).getByRole("button", { name: "Reset", exact: true }).click();
  await expect.poll(() => lastHeard(page)).toMatchObject({ address: kenya, total: 80.6 });
  expect(await page.evaluate(() => document.querySelector("law-grade").address)).toBe(kenya);
  // As high as what is in it, and what is taken away leads to the page itself.
  const content = () => inside(page).locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  await expect.poll(async () => (await page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height)) - (await content())).toBe(0);
  await inside(page).getByText("Share, print and download").click();
  await expect(inside(page).locator(".take-away .document").first()).toContainText(`${site}frameworks/wbl-2020.html#${kenya}`);
  await inside(page).getByRole("checkbox", { name: "There is paid leave that parents can share" }).check();
  // Mail may be a page, which does not belong into a frame.
  const mail = inside(page).getByRole("link", { name: "Open the letter in your mail program" });
  await expect(mail).toHaveAttribute("target", "_blank");
  expect(decodeURIComponent(await mail.getAttribute("href"))).toContain(`${site}frameworks/wbl-2020.html#${kenya}/on=parental-leave`);
  const asked = page.context().waitForEvent("request", (request) => request.url().startsWith("mailto:?subject=Kenya"));
  await mail.click();
  await asked;
  await expect(mail).toBeVisible();
});

test("letters, and another framework's card after it", async ({ page, site }) => {
  await host(page, site, '<law-grade framework="sunlight-2015" card="oh" lang="es"></law-grade>');
  await expect(inside(page).locator("html")).toHaveAttribute("lang", "es");
  await expect(inside(page).locator("#grade")).toHaveText("D");
  await expect.poll(() => lastHeard(page)).toMatchObject({ address: "sunlight-2015/oh", grade: "D" });
  await set(page, kenya);
  await expect(inside(page).locator("#total")).toHaveText(/80[.,]6/);
  await set(page, "pic-2019/ct-2019");
  await expect(inside(page).locator("#grade")).toHaveText("C");
  await expect(page.locator("iframe")).toHaveCount(1);
});

for (const [view, part] of [["ranking", ".ranking"], ["map", "#map .world"], ["spread", "#spread .counts"], ["who", "#who .counts"], ["years", "#years"]]) {
  test(`${view} alone, under its title, with a link to the whole`, async ({ page, site }) => {
    await host(page, site, `<law-grade framework="wbl-2020" view="${view}"></law-grade>`);
    await expect(inside(page).locator(part).first()).toBeVisible();
    await expect(inside(page).getByRole("heading", { level: 1 })).toBeVisible();
    const shown = await inside(page).locator(".overview > *").evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).map((part) => part.id || part.className || part.localName));
    if (view === "ranking") expect(shown).toEqual(["overview-heading", "p", "filters", "wide", "side-by-side", "p"]);
    else expect(shown).toEqual([view]);
    await expect(inside(page).getByRole("link", { name: /Open the whole page/ })).toHaveAttribute("href", "wbl-2020.html");
    expect(await inside(page).locator("html").evaluate((root) => root.scrollWidth - root.clientWidth)).toBeLessThanOrEqual(0);
  });
}

test("names lead to the calculators in a tab of their own, and no program is loaded for a view", async ({ page, site }) => {
  const programs = [];
  // The page that is taken for the host has a frame of its own from its own address, until it is filled anew.
  page.on("request", (request) => request.url().startsWith(site) && /\.wasm/.test(request.url()) && programs.push(request.url()));
  await host(page, site, '<law-grade framework="sunlight-2015" view="ranking"></law-grade>');
  await inside(page).getByRole("searchbox", { name: "Name" }).fill("ohi");
  const opened = page.waitForEvent("popup");
  await inside(page).getByRole("link", { name: "Ohio" }).click();
  const tab = await opened;
  await tab.waitForURL(/frameworks\/sunlight-2015\.html#sunlight-2015\/oh/);
  expect(programs).toEqual([]);
});

test("a place of data-lawgrade, and one without frames, are in a frame as well", async ({ page, site }) => {
  await host(page, site, `<div data-framework="wbl-2020" data-view="ranking" data-lawgrade=""></div><law-grade frameless address="${kenya}"></law-grade>`);
  await expect(page.locator("iframe")).toHaveCount(2);
  await expect(inside(page, 0).locator(".ranking")).toBeVisible();
  await page.locator("law-grade").last().scrollIntoViewIfNeeded();
  await expect(inside(page, 1).locator("#total")).toHaveText("80.6");
});

test("theme, parts and the strict policy", async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await host(page, site, `<law-grade address="${kenya}" theme="light" parts="panel"></law-grade>`, "strict");
  await expect(inside(page).locator("#total")).toHaveText("80.6");
  await expect(inside(page).locator(".section").first()).toBeHidden();
  await expect(inside(page).locator(".finder")).toBeHidden();
  expect(await inside(page).locator(".panel").evaluate((panel) => getComputedStyle(panel).backgroundColor)).toBe("rgb(255, 255, 255)");
});

test("axe finds nothing in a view and in a card", async ({ page, site }) => {
  for (const query of ["?view=ranking", "?view=map", `#${kenya}`]) {
    await page.goto(`${site}frameworks/embed-wbl-2020.html${query}`);
    await expect(page.locator(query.startsWith("#") ? "#total" : "#overview-heading, #map").first()).toBeAttached();
    // A card in a host's page stands under the host's heading.
    expect(await axe(page, { rules: query.startsWith("#") ? { "page-has-heading-one": { enabled: false } } : undefined })).toEqual([]);
  }
});

test("the builder writes the code for any card and any view", async ({ page, site }) => {
  await page.goto("builder.html");
  const code = page.getByLabel("Code for your page");
  await expect(page.getByRole("option", { name: "The map of all cards" })).toBeDisabled();
  await page.getByLabel("Card", { exact: true }).selectOption({ label: "Kenya" });
  await expect(code).toHaveValue(new RegExp(`address="${kenya}" height="700"><a href="${site}frameworks/wbl-2020\\.html#${kenya}"`));
  await expect(page.frameLocator("#preview iframe").locator("#total")).toHaveText("80.6");
  await page.getByLabel(/without a frame/).check();
  await expect(page.locator("#card-help")).toHaveText("This card always comes in a frame.");
  await page.getByLabel(/plain frame/).check();
  await page.getByLabel("What of it").selectOption({ label: "The ranking of all cards" });
  await expect(code).toHaveValue(new RegExp(`<iframe src="${site}frameworks/embed-wbl-2020\\.html\\?view=ranking"`));
  await expect(page.frameLocator("#preview iframe").locator(".ranking")).toBeVisible();
  await page.getByLabel("Card", { exact: true }).selectOption({ label: "Ohio" });
  await page.getByLabel("What of it").selectOption({ label: "The map of all cards" });
  await page.getByLabel("Card", { exact: true }).selectOption({ value: "chicago-2019/" + (await page.locator("option[value^='chicago-2019/']").first().getAttribute("value")).split("/")[1] });
  // Boards of a city have no map.
  await expect(page.getByLabel("What of it")).toHaveValue("");
  const written = await code.inputValue();
  await page.goto(other("examples/iframe.html", site).href);
  await page.setContent(written);
  await expect(inside(page).locator("#total")).not.toBeEmpty();
});

test("the link of a framework's page leads to the builder with the card that is shown", async ({ page, site }) => {
  await page.goto(`${site}frameworks/wbl-2020.html?lang=en#${kenya}`);
  await expect(page.locator("#total")).toHaveText("80.6");
  await page.locator("a.with-scenario").click();
  await expect(page.getByLabel("Card", { exact: true })).toHaveValue(kenya);
});
