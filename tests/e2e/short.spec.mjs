// What a frame is short of, and what it folds: the short calculator for articles, and links to what is there.
import { axe } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const inside = (page) => page.frameLocator("iframe").first();
const high = (page) => page.locator("iframe").first().evaluate((frame) => frame.getBoundingClientRect().height);

// A page of another origin.
async function host(page, site, content) {
  await page.goto(new URL("examples/iframe.html", site.replace("127.0.0.1", "localhost")).href);
  await page.setContent(`<!DOCTYPE html><html lang="en"><title>An article</title><script async src="${site}embed.js"></script><main aria-label="Article"><h1>An article</h1>${content}</main></html>`);
  await expect(inside(page).locator("#grade")).toBeVisible();
}

for (const [lang, width, theme] of [["en", 1280, "light"], ["en", 390, "dark"], ["es", 390, "light"], ["es", 320, "dark"]]) {
  // A screen as narrow as 320 breaks more lines.
  const highest = width < 390 ? 600 : 500;
  test(`the short calculator is less than ${highest} pixels high: ${lang}, ${width}, ${theme}`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    await host(page, site, `<law-grade parts="short" lang="${lang}" theme="${theme}"></law-grade>`);
    const frame = inside(page);
    await expect(frame.locator("#total")).toHaveText("79");
    await expect(frame.locator(".ruler")).toBeVisible();
    const boxes = frame.getByRole("checkbox");
    await expect(boxes).toHaveCount(3);
    await expect.poll(() => high(page)).toBeLessThan(highest);
    expect(await frame.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `results/short-${lang}-${width}-${theme}.png` });
    // None of the others is worth more.
    const gains = [];
    for (const box of await boxes.all()) {
      await expect(box).not.toBeChecked();
      await box.check();
      gains.push(Number((await frame.locator("#total").textContent()).replace(",", ".")) - 79);
      await box.uncheck();
    }
    expect(Math.min(...gains)).toBeGreaterThan(0);
    expect([...gains].sort((one, other) => other - one)).toEqual(gains);
    expect(await axe(page, { otherOrigins: true })).toEqual([]);
  });
}

test("the whole opens in its place by keyboard, with the scenario, and stays open", async ({ page, site }) => {
  await host(page, site, '<law-grade parts="short"></law-grade>');
  const frame = inside(page);
  await expect(frame.locator(".section-head").first()).toBeHidden();
  await frame.getByRole("checkbox").first().check();
  const total = await frame.locator("#total").textContent();
  expect(total).not.toBe("79");
  await frame.getByRole("checkbox").last().focus();
  await page.keyboard.press("Tab");
  await expect(frame.getByRole("button", { name: "Show the whole calculator" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(frame.locator("#provisions")).toBeFocused();
  await expect(frame.locator(".section-head")).toHaveCount(6);
  await expect(frame.locator(".section-head").first()).toBeVisible();
  await expect(frame.getByRole("button", { name: "Show the whole calculator" })).toBeHidden();
  await expect(frame.locator("#total")).toHaveText(total);
  await expect.poll(() => high(page)).toBeGreaterThan(5000);
  await page.evaluate(() => document.querySelector("law-grade").setAttribute("theme", "dark"));
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(frame.locator(".section-head").first()).toBeVisible();
});

test("without a frame it comes in one, and a framework’s card is shown whole", async ({ page, site }) => {
  await host(page, site, '<law-grade frameless parts="short"></law-grade>');
  await expect(inside(page).getByRole("checkbox")).toHaveCount(3);
  await page.goto("about:blank");
  await page.goto(new URL("examples/iframe.html", site.replace("127.0.0.1", "localhost")).href);
  await page.setContent(`<script async src="${site}embed.js"></script><law-grade address="wbl-2020/ke" parts="short"></law-grade>`);
  await expect(inside(page).locator("#calculator .section").first()).toBeVisible();
});

test("nothing links to what the host has left out, until it is there", async ({ page, site }) => {
  await host(page, site, '<law-grade parts="panel"></law-grade>');
  const frame = inside(page);
  await expect(frame.locator(".bar-name")).toHaveCount(6);
  await expect(frame.locator(".bar-name[href]")).toHaveCount(0);
  await page.evaluate(() => document.querySelector("law-grade").setAttribute("parts", "panel provisions"));
  await expect(frame.locator(".bar-name[href]")).toHaveCount(6);
  await page.evaluate(() => document.querySelector("law-grade").setAttribute("parts", "panel tools"));
  await expect(frame.locator(".bar-name[href]")).toHaveCount(0);
});

test("what explains the figures is folded, and a link to it unfolds it", async ({ page, site }) => {
  await host(page, site, '<law-grade parts="panel"></law-grade>');
  const frame = inside(page);
  await expect(frame.getByText("3,120 readings fit Connecticut’s card")).toBeHidden();
  await expect(frame.getByText("The figures start from Connecticut’s report card")).toBeHidden();
  await expect(frame.locator(".hotline")).toBeVisible();
  await frame.getByRole("link", { name: "What is a reading?" }).click();
  await expect(frame.getByText("3,120 readings fit Connecticut’s card")).toBeVisible();
  await frame.getByText("About these figures").click();
  await expect(frame.getByText("The figures start from Connecticut’s report card")).toBeVisible();
});

test("what WordPress adds to addresses of frames is passed over", async ({ page, site }) => {
  for (const [address, grade] of [["#?secret=aB3dE6", "C"], ["#pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers#?secret=aB3dE6", "B"]]) {
    await page.goto(new URL("examples/iframe.html", site.replace("127.0.0.1", "localhost")).href);
    await page.setContent(`<iframe title="x" width="600" height="700" src="${site}embed.html${address}"></iframe>`);
    await expect(inside(page).locator("#grade")).toHaveText(grade);
    await page.waitForTimeout(500);
    await expect(inside(page).locator("#notice")).toBeHidden();
    await expect(inside(page).getByText("could not be read")).toHaveCount(0);
  }
});
