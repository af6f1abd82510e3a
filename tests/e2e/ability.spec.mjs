// What people need who see, point, hear or move differently, beyond what axe can tell.
import { expect, loaded, test } from "./visitor.mjs";
import { focusable, lostTexts, seenOfFocus, targets } from "./measures.mjs";

const card = "#pic-2019/ct-2019";
// What differs from the card names the edition of the rules.
const changed = "#pic-2019@2/ct-2019";
const withPlans = `${changed}/on=trafficking-law-reaches-buyers/sure=A`;
const tools = ["Ways to a better grade", "Save and compare scenarios", "Share, print and download"];
const spaced = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
const twice = "html { font-size: 200% }";

async function open(lawgrade, address = "", titles = []) {
  await lawgrade.open(address);
  await loaded(lawgrade.page);
  for (const title of titles) await lawgrade.openTool(title);
}

// Nothing is lost of the page as it comes, with the ways up open, and with all tools open.
async function losesNothing(lawgrade, style = "") {
  for (const [address, titles] of [["", []], [withPlans, tools.slice(0, 1)], [withPlans, tools]]) {
    await lawgrade.page.goto("about:blank");
    await open(lawgrade, address, titles);
    if (style) await lawgrade.page.addStyleTag({ content: style });
    expect(await lostTexts(lawgrade.page), titles.join()).toEqual([]);
  }
}

async function showsTheFocus(page, presses, least) {
  for (const key of ["Tab", "Shift+Tab"]) {
    for (let press = 0; press < presses; press += 1) {
      await page.keyboard.press(key);
      expect(await seenOfFocus(page), await page.evaluate(() => document.activeElement.outerHTML.slice(0, 90))).toBeGreaterThanOrEqual(least);
    }
  }
}

async function saveUnderALongName(page) {
  const name = "A long name that a visitor gives to a scenario with two laws";
  await page.getByLabel("A name for this scenario").fill(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator(".told").first()).toContainText(name);
}

for (const [what, style, width, height] of [
  ["letters far apart", spaced, 320, 640],
  ["letters far apart", spaced, 768, 900],
  ["letters far apart", spaced, 1280, 900],
  ["letters in their places", "", 960, 900],
  ["letters twice as large", twice, 640, 900],
  ["letters twice as large", twice, 1280, 900],
]) {
  test(`with ${what} nothing is lost, ${width} pixels wide`, async ({ lawgrade, page }) => {
    await page.setViewportSize({ width, height });
    await losesNothing(lawgrade, style);
  });
}

for (const [percent, width, height] of [[200, 640, 512], [400, 320, 256]]) {
  test.describe(`at ${percent} percent`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor: percent / 100 });

    test("nothing is lost", async ({ lawgrade }) => losesNothing(lawgrade));

    test("what stays in view leaves two thirds of the window", async ({ lawgrade, page }) => {
      await open(lawgrade, withPlans, tools.slice(1, 2));
      await saveUnderALongName(page);
      await page.locator(".comparison").evaluate((table) => table.scrollIntoView({ block: "start" }));
      const covered = await page.evaluate(() => {
        const rows = Array.from({ length: innerHeight }, (_, y) => document.elementFromPoint(innerWidth / 2, y));
        return rows.filter((element) => element?.closest(".result, .told")).length / innerHeight;
      });
      expect(covered).toBeGreaterThan(0);
      expect(covered).toBeLessThan(0.34);
    });
  });
}

for (const [width, height] of [[320, 256], [360, 740], [1280, 800]]) {
  test(`what has the focus is never covered, ${width} by ${height} pixels`, async ({ lawgrade, page }) => {
    await page.setViewportSize({ width, height });
    await open(lawgrade);
    await lawgrade.switchIn("2.1", "The trafficking law reaches buyers").focus();
    await showsTheFocus(page, 45, 9);
  });

  test(`what the tools tell covers nothing that has the focus, ${width} by ${height} pixels`, async ({ lawgrade, page }) => {
    await page.setViewportSize({ width, height });
    await open(lawgrade, withPlans, tools.slice(1, 2));
    await saveUnderALongName(page);
    // A table that is swiped shows a part of a button at its edge.
    await showsTheFocus(page, 12, 3);
  });
}

test("every target is 24 pixels large, or that far from the next", async ({ lawgrade, page }) => {
  test.slow();
  await open(lawgrade, withPlans, tools);
  const found = (await targets(page)).filter(({ inSentence }) => !inSentence);
  expect(found.length).toBeGreaterThan(200);
  const near = (one, other) => one !== other && Math.abs(one.y - other.y) < 12 + Math.max(12, other.high / 2) && Math.abs(one.x - other.x) < 12 + Math.max(12, other.wide / 2);
  const small = found.filter((one) => Math.min(one.high, one.wide) < 24 && found.some((other) => near(one, other)));
  expect(small).toEqual([]);
});

test.describe("with a finger", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  test("every target is 44 pixels high", async ({ lawgrade, page }) => {
    test.slow();
    await open(lawgrade, withPlans, tools);
    expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
    const found = (await targets(page)).filter(({ inSentence, inFooter }) => !inSentence && !inFooter);
    expect(found.length).toBeGreaterThan(200);
    expect(found.filter(({ high }) => high < 44).map(({ name, high }) => `${name}: ${high}`)).toEqual([]);
  });
});

for (const [reducedMotion, moving] of [["reduce", 0], ["no-preference", 3]]) {
  test(`a switch moves ${moving || "no"} parts where motion is ${moving ? "welcome" : "not"}`, async ({ lawgrade, page }) => {
    await page.emulateMedia({ reducedMotion });
    await open(lawgrade);
    const moved = await page.evaluate(async () => {
      document.querySelector("[id='component-2.1'] li:last-child input").click();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return document.getAnimations().length;
    });
    expect(moved).toBe(moving);
  });
}

test("each change is announced once, and unfolding a reason is not", async ({ lawgrade, page }) => {
  await open(lawgrade);
  await lawgrade.announced.evaluate((line) => {
    window.heard = [];
    new MutationObserver((changes) => window.heard.push(...changes.map(() => line.textContent))).observe(line, { childList: true, characterData: true, subtree: true });
  });
  const heard = async (act) => {
    await page.evaluate(() => (window.heard.length = 0));
    await act();
    await page.waitForTimeout(200);
    return page.evaluate(() => window.heard);
  };
  const box = lawgrade.switchIn("2.1", "The trafficking law reaches buyers");
  expect(await heard(() => box.check())).toEqual(["82.5 of 102.5, grade B, up 3.5"]);
  expect(await heard(() => lawgrade.component("2.1").locator("summary").click())).toEqual([]);
  expect(await heard(() => lawgrade.switchIn("2.6", "A buyer cannot escape").check())).toEqual(["85 of 102.5, grade B, up 6"]);
  expect(await heard(() => box.uncheck())).toEqual(["81.5 of 102.5, grade B, up 2.5"]);
});

test("the panel and a component are heard in the order in which they are seen", async ({ lawgrade, page }) => {
  await open(lawgrade, `${changed}/on=trafficking-law-reaches-buyers`);
  await expect(page.locator(".panel")).toMatchAriaSnapshot(`
    - region "The grade":
      - heading "The grade" [level=2]
      - paragraph: Grade B
      - paragraph: 82.5 of 102.5
      - paragraph: up 3.5 reconstructed
      - paragraph: "7.5 points to grade A. Published: 79, grade C."
      - button "Undo"
      - button "Redo" [disabled]
      - button "Reset"
      - button "Share"
      - paragraph:
        - text: Grade B in every reading of the card (82 to 83.5 points).
        - link "What is a reading?"
      - list "Points by section":
        - listitem:
          - link "1 Criminalization"
          - text: 10 of 10
        - listitem:
          - link "2 Demand"
          - text: 19 of 25 up 2.5
      - paragraph: "Provisions changed: 1"
  `);
  await expect(lawgrade.component("2.1")).toMatchAriaSnapshot(`
    - group "2.1 Buyers can be charged under the sex trafficking law":
      - paragraph: 2.5 of 2.5 reconstructed
      - list:
        - listitem:
          - checkbox "The human trafficking law covers sex trafficking" [checked]
          - paragraph:
            - text: /In law\\. .*\\./
            - link "Conn. Gen. Stat. § 53a-192a":
              - /url: https://www.cga.ct.gov/current/pub/chap_952.htm#sec_53a-192a
            - text: /.*published/
        - listitem:
          - checkbox "The trafficking law reaches buyers of sex with minors added" [checked]
          - paragraph:
            - text: /Not in law\\. .*\\./
            - link "Conn. Gen. Stat. § 53a-192a":
              - /url: https://www.cga.ct.gov/current/pub/chap_952.htm#sec_53a-192a
            - text: /.*published/
      - button "Reset component 2.1"
      - group: Why these points in 2.1
  `);
  await expect(lawgrade.switchIn("2.1", "The trafficking law reaches buyers")).toHaveAccessibleDescription(/^Not in law\. People who buy/);
});

test.describe("with colours that the system forces", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  // A state is told when a picture of its place differs from one without it.
  const told = [
    ["a section’s bar", ".bar-row:nth-child(1) .bar", ".bar-fill { visibility: hidden }"],
    ["the published length", ".bar-row:nth-child(2) .bar", ".bar-published { visibility: hidden }"],
    ["a component’s notches", "[id='component-2.1'] .notches", ".notches-filled { visibility: hidden }"],
    ["the gaps between notches", "[id='component-2.1'] .notches", ".notches::after { visibility: hidden }"],
    ["the ruler’s band", ".ruler", ".band { background: none !important; outline: 0 !important; font-weight: 400 !important; color: CanvasText !important }"],
    ["the scenario’s mark", ".ruler", ".mark-scenario { visibility: hidden }"],
    ["the published mark", ".ruler", ".mark-published { visibility: hidden }"],
    ["the readings", ".ruler", ".whisker { visibility: hidden }"],
  ];
  for (const colorScheme of ["light", "dark"]) {
    test(`what is told by colour is still told, ${colorScheme}`, async ({ lawgrade, page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await open(lawgrade, `${changed}/on=trafficking-law-reaches-buyers`, tools.slice(0, 1));
      for (const [what, place, style] of told) {
        const withIt = await page.locator(place).screenshot();
        const without = await page.locator(place).screenshot({ style });
        expect(withIt.equals(without), what).toBe(false);
      }
      const border = (component) => component.evaluate((component) => getComputedStyle(component).borderLeftColor);
      expect(await border(lawgrade.component("2.1"))).not.toBe(await border(lawgrade.component("2.2")));
      const lock = lawgrade.component("2.6").getByRole("button", { name: "Leave out of plans" });
      const colours = (button) => button.evaluate((button) => [getComputedStyle(button).color, getComputedStyle(button).backgroundColor].join());
      const free = await colours(lock);
      await lock.click();
      await expect(lock).toHaveAttribute("aria-pressed", "true");
      expect(await colours(lock)).not.toBe(free);
      expect(await colours(page.getByRole("button", { name: "Redo" }))).not.toBe(await colours(lawgrade.reset));
      const filled = (mark) => page.locator(mark).evaluate((mark) => getComputedStyle(mark, "::before").backgroundColor);
      expect(await filled(".mark-published")).not.toBe(await filled(".mark-scenario"));
      await lawgrade.switchIn("2.1", "The trafficking law reaches buyers").focus();
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)).toBe("solid");
    });
  }
});

for (const address of ["", "connecticut.es.html", "./", "es.html", "accessibility.html", "docs/index.es.html", "docs/put-on-your-site.html", "builder.html"]) {
  test(`headings, landmarks and language are in order: ${address || "the page"}`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator("html")).toHaveAttribute("lang", /^(en|es)$/);
    for (const landmark of ["banner", "main"]) await expect(page.getByRole(landmark)).toHaveCount(1);
    const levels = await page.getByRole("heading").evaluateAll((headings) => headings.map(({ localName }) => Number(localName.slice(1))));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, place) => place && level > levels[place - 1] + 1)).toEqual([]);
    const silent = await page.locator("img, svg, .ruler, .bar, .notches").evaluateAll((pictures) => pictures.filter((picture) => !picture.closest("[aria-hidden=true]") && !picture.getAttribute("alt") && !picture.getAttribute("aria-label")).length);
    expect(silent).toBe(0);
  });
}

for (const [width, titles] of [[360, []], [1280, tools]]) {
  test(`Tab goes through all of the page as it is seen, and out of it, ${width} pixels wide`, async ({ lawgrade, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(lawgrade, titles.length ? withPlans : "", titles);
    const expected = await focusable(page);
    await page.locator(".skip").focus();
    const reached = ["0"];
    for (let presses = 0; presses < expected.length; presses += 1) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement.dataset.number ?? "out"));
    }
    expect(reached).toEqual([...expected.map((_, number) => String(number)), "out"]);
    const back = expected.filter((one, number) => {
      const before = expected[number - 1];
      return number > 1 && one.column === before.column && one.bottom <= before.top && one.left <= before.left;
    });
    expect(back).toEqual([]);
  });
}
