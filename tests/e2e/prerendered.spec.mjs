// The page is there before its program, which takes it over; where something has changed it, it is made anew.
import { asPublished, buyers, expect, loaded, test, withBuyers } from "./visitor.mjs";

// Has a program wait, and gives what lets it come.
async function held(page, program) {
  let come;
  const waiting = new Promise((done) => (come = done));
  await page.route(program, async (route) => {
    await waiting;
    await route.continue();
  });
  return come;
}

// Opens the page while its program waits, lets a test act on what is there, and then lets the program come.
async function before(page, act, address = "", behind = loaded) {
  const come = await held(page, /lawgrade-.*\.wasm$/);
  await page.goto(address, { waitUntil: "commit" });
  await expect(page.locator("#grade")).toHaveText("C");
  await page.waitForFunction(() => document.getElementById("data"));
  await act();
  come();
  await behind(page);
}

test("every finding and citation is there before the program, and stays the same element", async ({ lawgrade, page }) => {
  await before(page, async () => {
    await lawgrade.shows(asPublished);
    await expect(page.locator(".provision")).toHaveCount(91);
    await expect(page.getByText("People who buy sex with a minor are outside the trafficking law.").first()).toBeVisible();
    await expect(lawgrade.switchIn("2.1", "The human trafficking law covers sex trafficking")).toBeChecked();
    await page.evaluate(() => (document.querySelector('[id="component-2.1"]').ours = "yes"));
  });
  await lawgrade.switchIn("2.1", buyers).check();
  await lawgrade.shows(withBuyers);
  expect(await page.evaluate(() => document.querySelector('[id="component-2.1"]').ours)).toBe("yes");
});

test("nothing moves when the program comes", async ({ lawgrade, page }) => {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
  });
  let first;
  await before(page, async () => (first = await page.screenshot()));
  const then = await page.screenshot();
  expect(then.equals(first)).toBe(true);
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
});

test("what is switched before the program comes counts", async ({ lawgrade, page }) => {
  await before(page, () => lawgrade.switchIn("2.1", buyers).click());
  await lawgrade.shows(withBuyers);
});

test("a fold that is unfolded before the program comes has what is in it", async ({ lawgrade, page }) => {
  const why = lawgrade.component("2.10").locator("details");
  await before(page, () => why.locator("summary").click());
  await expect(why).toContainText("1.5 of 2.5 points. In this scenario the law has:");
});

// Only the tools can read addresses with something in them that is none of ours.
const card = "#pic-2019/ct-2019";
// What differs from the card names the edition of the rules.
const changed = "#pic-2019@2/ct-2019";
const withAge = { total: "81.5", grade: "B", change: "up 2.5" };
const withBoth = { total: "85", grade: "B", change: "up 6" };
const possession = "Possessing child sexual abuse material is a crime";
const hash = (page) => decodeURIComponent(new URL(page.url()).hash);

test("what is switched before the program comes counts also where only the tools can read the address", async ({ lawgrade, page }) => {
  await before(page, () => lawgrade.switchIn("2.1", buyers).click(), `${changed}/on=no-age-mistake-defense/to=B/nonsense`);
  await expect(lawgrade.unread).toContainText("nonsense");
  await lawgrade.shows(withBoth);
  for (const place of ["2.1", "5.1"]) await expect(lawgrade.switchIn(place, buyers)).toBeChecked();
  await expect.poll(() => hash(page)).toBe(`${changed}/on=trafficking-law-reaches-buyers,no-age-mistake-defense/to=B`);
  // The switch is a step of its own after the address.
  await page.keyboard.press("Control+z");
  await lawgrade.shows(withAge);
});

test("a switch stays as it was set where the address sets it, too", async ({ lawgrade, page }) => {
  await before(page, async () => {
    await lawgrade.switchIn("2.1", buyers).click();
    await lawgrade.switchIn("2.9", possession).click();
  }, `${changed}/on=trafficking-law-reaches-buyers,no-age-mistake-defense/off=csam-possession-crime/nonsense`);
  await expect(lawgrade.unread).toContainText("nonsense");
  await expect(lawgrade.switchIn("2.1", buyers)).toBeChecked();
  await expect(lawgrade.switchIn("2.9", possession)).not.toBeChecked();
});

test.describe("while the tools are on their way", () => {
  // Opens an address that only they can read, and lets a test act before it is read.
  async function meanwhile(page, lawgrade, address, act) {
    const come = await held(page, /tools-.*\.wasm$/);
    await lawgrade.open(address);
    await expect(lawgrade.unread).toContainText("Loading");
    await act();
    come();
  }

  test("what is switched counts, unless it is taken back", async ({ lawgrade, page }) => {
    await meanwhile(page, lawgrade, `${changed}/on=no-age-mistake-defense/nonsense`, async () => {
      await lawgrade.switchIn("2.1", buyers).check();
      await lawgrade.switchIn("2.9", possession).uncheck();
      await page.keyboard.press("Control+z");
      await lawgrade.shows(withBuyers);
    });
    await expect(lawgrade.unread).toContainText("nonsense");
    await lawgrade.shows(withBoth);
  });

  test("where all that was switched is taken back, the address is that of what is shown", async ({ lawgrade, page }) => {
    await meanwhile(page, lawgrade, `${changed}/on=no-age-mistake-defense/nonsense`, async () => {
      await lawgrade.switchIn("2.1", buyers).check();
      await lawgrade.shows(withBuyers);
      await page.keyboard.press("Control+z");
      await lawgrade.shows(asPublished);
    });
    await expect(lawgrade.unread).toContainText("nonsense");
    await lawgrade.shows(withAge);
    await expect.poll(() => hash(page)).toBe(`${changed}/on=no-age-mistake-defense`);
  });

  test("an address that is opened later takes the place of what was switched", async ({ lawgrade, page }) => {
    await meanwhile(page, lawgrade, `${card}/to=B/nonsense`, async () => {
      await lawgrade.switchIn("2.1", buyers).check();
      await page.evaluate((address) => (location.hash = address), `${changed}/on=no-age-mistake-defense/foolery`);
    });
    await expect(lawgrade.unread).toContainText("foolery");
    await lawgrade.shows(withAge);
  });

  test("what is switched on copies that something has put in place of ours counts", async ({ lawgrade, page }) => {
    await meanwhile(page, lawgrade, `${changed}/on=no-age-mistake-defense/nonsense`, async () => {
      await lawgrade.switchIn("2.1", buyers).check();
      await page.evaluate(() => {
        for (const part of document.querySelectorAll(".panel, .section")) part.replaceWith(part.cloneNode(true));
      });
      await lawgrade.switchIn("2.9", possession).uncheck();
      await expect(lawgrade.change).not.toHaveText(withBuyers.change);
    });
    await expect(lawgrade.unread).toContainText("nonsense");
    await expect.poll(() => hash(page)).toBe(`${changed}/on=trafficking-law-reaches-buyers,no-age-mistake-defense/off=csam-possession-crime`);
  });
});

test("an address and undo count where something has put copies in place of ours", async ({ lawgrade, page }) => {
  await before(page, () => lawgrade.switchIn("2.1", buyers).click());
  await lawgrade.shows(withBuyers);
  const copy = () => page.evaluate(() => {
    for (const part of document.querySelectorAll(".panel, .section")) part.replaceWith(part.cloneNode(true));
  });
  await copy();
  await page.evaluate((address) => (location.hash = address), `${changed}/on=no-age-mistake-defense`);
  await lawgrade.shows(withAge);
  await copy();
  await page.keyboard.press("Control+z");
  await lawgrade.shows(withBuyers);
});

test.describe("where the tools cannot be loaded", () => {
  test.use({ expectsErrors: true });
  test("what is switched before the program comes stays", async ({ lawgrade, page }) => {
    await page.route(/tools-.*\.wasm$/, (route) => route.abort());
    await before(page, () => lawgrade.switchIn("2.1", buyers).click(), `${changed}/on=no-age-mistake-defense/nonsense`, () => {});
    await expect(lawgrade.unread).toContainText("could not be read");
    await lawgrade.shows(withBuyers);
    await expect(lawgrade.notice).toBeHidden();
  });
});

test("an address that differs from what was written is followed", async ({ lawgrade, page }) => {
  await before(page, () => {}, "#pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers");
  await lawgrade.shows(withBuyers);
});

for (const [name, meddle, kept] of [
  ["an attribute", () => document.querySelector(".panel").setAttribute("data-extension", "1"), true],
  ["an injected element", () => document.querySelector(".section").prepend(document.createElement("aside")), false],
  ["a translator", () => {
    for (const label of document.querySelectorAll(".provision label")) label.innerHTML = `<font>${label.innerHTML}</font>`;
  }, false],
]) {
  test(`${name} in the page does no harm`, async ({ lawgrade, page }) => {
    await before(page, () => page.evaluate(meddle));
    await lawgrade.switchIn("2.1", buyers).check();
    await lawgrade.shows(withBuyers);
    if (kept) await expect(page.locator(".panel[data-extension]")).toHaveCount(1);
    await expect(page.locator("aside, font")).toHaveCount(0);
    await expect(lawgrade.notice).toBeHidden();
  });
}

test.describe("where taking over fails", () => {
  // The program says why it has stopped.
  test.use({ expectsErrors: true });
  test("the calculator is made anew", async ({ lawgrade, page }) => {
    await before(page, () => page.evaluate(() => {
      // As many nodes, but not those that the program looks for.
      const change = document.getElementById("change");
      change.replaceChildren(document.createComment("no text"));
      const panel = document.querySelector(".panel");
      const other = document.createElement("div");
      other.append(...panel.childNodes);
      panel.replaceWith(other);
    }));
    await lawgrade.switchIn("2.1", buyers).check();
    await lawgrade.shows(withBuyers);
    await expect(lawgrade.notice).toBeHidden();
  });
});
