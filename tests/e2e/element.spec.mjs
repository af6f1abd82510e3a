// The calculator as a part of somebody else's page, without a frame: in a shadow root, one program for all.
import { axe } from "./accessibility.mjs";
import { buyers, expect, test } from "./visitor.mjs";

// Other origins may read what is under /strict, as embed/headers tells hosts.
const open = (site) => site.replace("sub-path", "strict");
const other = (address, site) => new URL(address, open(site).replace("127.0.0.1", "localhost"));
const script = (site) => `<script defer src="${open(site)}embed.js"></script>`;

// A page of another origin without a policy, with nothing on it but what a test writes.
async function host(page, site, content) {
  await page.goto(new URL("examples/iframe.html", site.replace("127.0.0.1", "localhost")).href);
  await page.setContent(content);
}

const element = (page, number = 0) => page.locator("law-grade").nth(number);

test("it is part of a page of another origin, follows its host and tells it of changes", async ({ page, site }) => {
  await host(page, site, `${script(site)}<law-grade frameless address="pic-2019/ct-2019"></law-grade>`);
  await page.evaluate(() => {
    window.heard = [];
    addEventListener("lawgrade-change", ({ detail }) => window.heard.push(detail));
  });
  await expect(element(page).locator("#grade")).toHaveText("C");
  await expect(page.locator("iframe")).toHaveCount(0);
  await element(page).locator('[id="component-2.1"]').getByRole("checkbox", { name: buyers }).check();
  await expect(element(page).locator("#total")).toHaveText("82.5");
  await expect(element(page).getByRole("status").last()).toHaveText("82.5 of 102.5, grade B, up 3.5");
  const heard = () => page.evaluate(() => window.heard.at(-1));
  await expect.poll(heard).toEqual({ address: "pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers", total: 82.5, max: 102.5, grade: "B" });
  await page.evaluate(() => (document.querySelector("law-grade").address = "pic-2019/ct-2019"));
  await expect(element(page).locator("#total")).toHaveText("79");
  // The host's address and its keys stay the host's; within the calculator the keys undo.
  expect(new URL(page.url()).hash).toBe("");
  await element(page).getByRole("checkbox", { name: buyers }).first().focus();
  await page.keyboard.press("Control+z");
  await expect(element(page).locator("#total")).toHaveText("82.5");
  await expect(element(page).getByText("National Human Trafficking Hotline")).toBeVisible();
});

test("the tools work in it, and lead to the calculator's own page", async ({ page, site }) => {
  await host(page, site, `${script(site)}<law-grade frameless></law-grade>`);
  await element(page).getByText("Ways to a better grade").click();
  await element(page).getByLabel("What should be reached?").selectOption("A");
  await expect(element(page).locator(".outcome")).toContainText("4 changes are enough");
  await element(page).getByRole("button", { name: "Apply Plan 1", exact: true }).click();
  await expect(element(page).locator("#grade")).toHaveText("A");
  await expect(element(page).locator(".outcome")).toBeFocused();
  await element(page).getByRole("button", { name: "Share", exact: true }).click();
  await expect(element(page).locator(".document").first()).toContainText(`Open this scenario: ${open(site)}connecticut.html#pic-2019@2/ct-2019/on=`);
  await expect(element(page).getByRole("button", { name: "Print or save as PDF" })).toHaveCount(0);
});

test("links to places lead there and leave the host's address alone", async ({ page, site }) => {
  await host(page, site, `${script(site)}<law-grade frameless></law-grade>`);
  await element(page).getByRole("link", { name: /^6/ }).click();
  await expect(element(page).locator('[id="section-6"]')).toBeInViewport();
  expect(new URL(page.url()).hash).toBe("");
});

test("several share one program; they are moved, removed and put back", async ({ page, site }) => {
  const programs = [];
  page.on("request", (request) => /lawgrade-[0-9a-f]+\.wasm$/.test(request.url()) && programs.push(request.url()));
  await page.goto(other("examples/frameless.html", site).href.replace("strict", "sub-path").replace("localhost", "127.0.0.1"));
  await expect(element(page, 0).locator("#grade")).toHaveText("C");
  await element(page, 0).locator('[id="component-2.1"]').getByRole("checkbox", { name: buyers }).check();
  await expect(page.locator("#grade-heard")).toHaveText("B, 82.5 of 102.5");
  // Neither's styles reach the other: the host hides its own panels and shrinks its letters.
  await expect(element(page, 0).locator(".panel")).toBeVisible();
  expect(await element(page, 0).locator(".finding").first().evaluate((text) => text.getBoundingClientRect().height)).toBeGreaterThan(18);
  const accent = (number) => element(page, number).locator(".letter").evaluate((letter) => getComputedStyle(letter).color);
  expect(await accent(0)).toBe("rgb(122, 31, 31)");
  await element(page, 1).scrollIntoViewIfNeeded();
  await expect(element(page, 1).locator("#grade")).toHaveText("C");
  await expect(element(page, 1).locator(".section").first()).toBeHidden();
  await page.locator("#third").scrollIntoViewIfNeeded();
  await expect(page.locator("#third").locator("#grade")).toHaveText("B");
  expect(await page.locator("#third").locator(".body").evaluate((panel) => getComputedStyle(panel).backgroundColor)).toBe("rgb(21, 23, 27)");
  await page.evaluate(() => (document.getElementById("second").address = "pic-2019@2/ct-2019/on=no-age-mistake-defense"));
  await expect(page.locator("#second").locator("#total")).not.toHaveText("79");
  const total = await page.locator("#second").locator("#total").textContent();
  await page.locator("#move").evaluate((button) => button.click());
  await page.locator("#second").scrollIntoViewIfNeeded();
  await expect(page.locator("#second").locator("#total")).toHaveText(total);
  await page.evaluate(() => (window.second = document.getElementById("second"), window.second.remove()));
  expect(await page.evaluate(() => window.second.shadowRoot.childElementCount)).toBe(0);
  await page.evaluate(() => document.body.append(window.second));
  await page.locator("#second").scrollIntoViewIfNeeded();
  await expect(page.locator("#second").locator("#total")).toHaveText(total);
  // The others have gone on.
  await element(page, 0).locator('[id="component-2.1"]').getByRole("checkbox", { name: buyers }).uncheck();
  await expect(page.locator("#grade-heard")).toHaveText("C, 79 of 102.5");
  expect(new Set(programs).size).toBe(1);
  expect(programs).toHaveLength(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("the one file is saved, and links that lead out leave the host's page alone", async ({ page, site }) => {
  await page.context().route(/^https:/, (route) => route.fulfill({ contentType: "text/html", headers: { "x-frame-options": "DENY" }, body: "The publisher" }));
  await host(page, site, `<html lang="es"><body>${script(site)}<law-grade frameless></law-grade></body></html>`);
  await expect(element(page).locator("#grade")).toHaveText("C");
  const before = page.url();
  const [download] = await Promise.all([page.waitForEvent("download"), element(page).locator(".one-file a").click()]);
  expect(download.suggestedFilename()).toBe("lawgrade.es.html");
  await element(page).locator("footer summary").click();
  const [opened] = await Promise.all([page.waitForEvent("popup"), element(page).locator("footer cite a").click()]);
  await expect(opened.locator("body")).toHaveText("The publisher");
  expect(await opened.evaluate(() => window.opener)).toBeNull();
  expect(page.url()).toBe(before);
  await expect(element(page).locator("#grade")).toHaveText("C");
});

test("fifty begin as they come near", async ({ page, site }) => {
  await host(page, site, `${script(site)}${'<law-grade frameless parts="panel" height="700"></law-grade>'.repeat(50)}`);
  await expect(element(page).locator("#grade")).toHaveText("C");
  const begun = () => page.evaluate(() => [...document.querySelectorAll("law-grade")].filter(({ shadowRoot }) => shadowRoot?.querySelector("#calculator")).length);
  expect(await begun()).toBeLessThan(15);
  await element(page, 49).scrollIntoViewIfNeeded();
  await expect(element(page, 49).locator("#grade")).toHaveText("C");
});

test("under a strict policy of its host nothing is refused", async ({ page, site }) => {
  await page.addInitScript(() => {
    window.refused = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile, sample }) => window.refused.push([violatedDirective, sourceFile, sample]));
  });
  await page.goto("examples/strict.html");
  await expect(page.frameLocator("iframe").locator("#grade")).toHaveText("B");
  await element(page, 1).scrollIntoViewIfNeeded();
  await expect(element(page, 1).locator("#grade")).toHaveText("C");
  await element(page, 1).locator('[id="component-2.1"]').getByRole("checkbox", { name: buyers }).check();
  await expect(element(page, 1).locator("#grade")).toHaveText("B");
  expect(await page.evaluate(() => window.refused)).toEqual([]);
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme });
    await host(page, site, `<html lang="en"><title>A host</title><main><h1>A host</h1></main>${script(site)}<law-grade frameless></law-grade></html>`);
    await expect(element(page).locator("#grade")).toHaveText("C");
    expect(await axe(page, { otherOrigins: true })).toEqual([]);
  });
}

test.describe("where its host does not allow it", () => {
  test.use({ expectsErrors: true });
  test("it is shown in a frame", async ({ page, site }) => {
    await host(page, site, `<script defer src="${site}embed.js"></script><law-grade frameless address="pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers"></law-grade>`);
    await expect(page.frameLocator("iframe").locator("#grade")).toHaveText("B");
  });
});
