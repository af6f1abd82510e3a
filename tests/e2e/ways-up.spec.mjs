// The ways up: targets, plans, what is left out, bills, and what each change is worth.
import { axe } from "./accessibility.mjs";
import { buyers, expect, test, withBuyers } from "./visitor.mjs";

const card = "#pic-2019/ct-2019";
// What differs from the card names the edition of the rules.
const changed = "#pic-2019@2/ct-2019";
const title = "Ways to a better grade";
const hash = (page) => decodeURIComponent(new URL(page.url()).hash);
const outcome = (page) => page.locator(".outcome");
const plans = (page) => page.locator(".plan");
const target = (page) => page.getByLabel("What should be reached?");
const certain = (page) => page.getByLabel("Only what is certain in every reading of the card");
const button = (place, name) => place.getByRole("button", { name });

test("the fewest changes to a B and to an A, and those that are certain", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await lawgrade.openTool(title);
  await target(page).selectOption("B");
  await expect(outcome(page)).toHaveText("One change is enough, in our best reading of the card. There are 15 such plans.");
  await expect(plans(page)).toHaveCount(15);
  await expect(plans(page).first()).toContainText(buyers);
  await expect(plans(page).first()).toContainText("82.5 of 102.5, grade B, up 3.5");
  await expect(plans(page).first()).toContainText("Grade B in every reading of the card (82 to 83.5 points).");
  await expect(plans(page).last()).toContainText("C to B over all readings");
  await certain(page).check();
  await expect(outcome(page)).toHaveText("One change is enough, in every reading of the card. There are 4 such plans.");
  await target(page).selectOption("A");
  await expect(outcome(page)).toHaveText("5 changes are enough, and no fewer, in every reading of the card. There are 11 such plans.");
  await expect(page.locator(".needed li")).toHaveText([
    buyers,
    /^A buyer cannot escape/,
    /^The trafficking law punishes those who assist/,
    /^Promoting or selling child sex tourism/,
  ]);
  await expect.poll(() => hash(page)).toBe(`${card}/sure=A`);
  await page.reload();
  await lawgrade.openTool(title);
  await expect(outcome(page)).toContainText("11 such plans");
  await expect(certain(page)).toBeChecked();
  await expect(target(page)).toHaveValue("A");
});

test("a plan is applied, undone and saved", async ({ lawgrade, page }) => {
  await lawgrade.open(`${card}/to=B`);
  await lawgrade.openTool(title);
  await button(plans(page).first(), "Apply").click();
  await lawgrade.shows(withBuyers);
  await expect(outcome(page)).toHaveText("This scenario is there already, in our best reading of the card.");
  await expect(outcome(page)).toBeFocused();
  await expect.poll(() => hash(page)).toBe(`${changed}/on=trafficking-law-reaches-buyers/to=B`);
  await page.goBack();
  await expect(lawgrade.total).toHaveText("79");
  await button(plans(page).nth(1), "Save").click();
  await expect(page.locator(".ways-up .told")).toHaveText("Saved: “81.5, grade B: 1 provision added”.");
  await expect(page.locator(".ways-up .told")).toBeInViewport();
  await lawgrade.openTool("Save and compare scenarios");
  await expect(page.getByLabel("Name of the scenario", { exact: true })).toHaveValue("81.5, grade B: 1 provision added");
});

test("undo knows of steps that only change the aim, and says so", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await lawgrade.openTool(title);
  const [undo, redo] = ["Undo", "Redo"].map((name) => page.getByRole("button", { name, exact: true }));
  await expect(undo).toBeDisabled();
  await expect(certain(page)).toBeDisabled();
  await target(page).selectOption("B");
  await expect(undo).toBeEnabled();
  await undo.click();
  await expect(target(page)).toHaveValue("");
  await expect(lawgrade.announced).toHaveText("Undone: what the plans are for");
  await redo.click();
  await expect(outcome(page)).toContainText("15 such plans");
});

test("what was told goes when it is no longer true", async ({ lawgrade, page }) => {
  await lawgrade.open(`${card}/to=B`);
  await lawgrade.openTool(title);
  await button(plans(page).first(), "Apply").click();
  await expect(page.locator(".ways-up .told")).toContainText("Plan 1 is applied");
  await page.keyboard.press("Control+z");
  await expect(page.locator(".ways-up .told")).toBeHidden();
  await expect(outcome(page)).toBeFocused();
  await expect(outcome(page)).toContainText("15 such plans");
});

test("plans are compared side by side", async ({ lawgrade, page }) => {
  await lawgrade.open(`${card}/sure=A`);
  await lawgrade.openTool(title);
  await page.getByRole("button", { name: "Compare these plans side by side" }).click();
  await expect(page.getByRole("button", { name: "Hide the comparison" })).toBeFocused();
  await expect(page.locator(".comparison thead th")).toHaveCount(12);
  await expect(page.locator(".comparison").getByRole("row", { name: "Grade" }).getByRole("cell").nth(3)).toHaveText("A");
});

test("a provision is left out from a plan, from the list and where it stands, and allowed again", async ({ lawgrade, page }) => {
  await lawgrade.open(`${card}/to=B`);
  const lock = lawgrade.component("2.1").getByRole("button", { name: "Leave out of plans" });
  await expect(lock).toBeHidden();
  const tool = await lawgrade.openTool(title);
  await button(plans(page).first(), "Leave out").click();
  await expect(outcome(page)).toContainText("14 such plans");
  await expect(outcome(page)).toBeFocused();
  await expect(lock).toHaveAttribute("aria-pressed", "true");
  await lock.click();
  await expect(outcome(page)).toContainText("15 such plans");
  await lawgrade.component("2.6").getByRole("button", { name: "Leave out of plans" }).click();
  await expect(outcome(page)).toContainText("14 such plans");
  await expect.poll(() => hash(page)).toBe(`${card}/to=B/without=no-age-mistake-defense`);
  await button(page.locator("#worth-sex-tourism-crime"), "Leave out").click();
  await expect(button(page.locator("#worth-sex-tourism-crime"), "Leave out")).toBeFocused();
  await expect(button(page.locator("#worth-sex-tourism-crime"), "Leave out")).toHaveAttribute("aria-pressed", "true");
  await expect(outcome(page)).toContainText("13 such plans");
  await button(tool, "Allow A buyer cannot escape").first().click();
  await expect(outcome(page)).toContainText("14 such plans");
  await page.keyboard.press("Control+z");
  await expect(outcome(page)).toContainText("13 such plans");
});

test("what is out of reach is said with how far it goes and why", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await lawgrade.openTool(title);
  await target(page).selectOption("points");
  const field = page.getByLabel("Points to reach");
  for (const wrong of ["103", "-5", "80.3", ""]) {
    await field.fill(wrong);
    await field.press("Enter");
    await expect(page.locator(".ways-up .told")).toHaveText("The target is a number of points from 0 to 102.5, in steps of 0.5.");
    await expect.poll(() => hash(page)).toBe(`${card}/to=79`);
  }
  await field.fill("85.5");
  await field.press("Tab");
  await expect(outcome(page)).toContainText("3 changes are enough, and no fewer");
  await expect(certain(page)).toBeFocused();
  await page.goto(`${page.url().split("#")[0]}${card}/to=102.5/without=vacatur-for-minors`);
  await expect(outcome(page)).toHaveText("Out of reach: the most that can be reached is 101.5 points, grade A, in our best reading of the card.");
  await expect(page.getByText(/If nothing were left out: 1\d changes are enough/)).toBeVisible();
});

test("a bill counts as one change", async ({ lawgrade, page }) => {
  await lawgrade.open(`${card}/to=A`);
  const tool = await lawgrade.openTool(title);
  await expect(outcome(page)).toContainText("4 changes are enough");
  const put = async (label) => {
    await page.getByLabel("Provision", { exact: true }).selectOption({ label });
    await page.getByRole("button", { name: "Put into the bill" }).click();
  };
  for (const none of ["", "  ", "/:"]) {
    await page.getByLabel("Name of the bill").fill(none);
    await page.getByRole("button", { name: "Put into the bill" }).click();
    await expect(tool.locator(".told")).toHaveText("Give the bill a name with letters or digits first.");
  }
  await page.getByLabel("Name of the bill").fill("Bill 5/A, 100%");
  await put(buyers);
  await put("Promoting or selling child sex tourism is a crime");
  await expect(outcome(page)).toContainText("3 changes are enough");
  await expect(plans(page).first()).toContainText("(in “Bill 5 A 100”)");
  await expect.poll(() => hash(page)).toBe(`${card}/to=A/bill=Bill 5 A 100:trafficking-law-reaches-buyers,sex-tourism-crime`);
  await page.reload();
  await lawgrade.openTool(title);
  // The link to it ends nowhere in the middle.
  expect(new URL(page.url()).hash).toBe(`${card}/to=A/bill=Bill%205%20A%20100:trafficking-law-reaches-buyers,sex-tourism-crime`);
  await expect(page.locator(".bills > li")).toHaveCount(1);
  await button(page.locator(".bills"), "Switch on Bill 5 A 100").click();
  await lawgrade.shows({ total: "85", grade: "B", change: "up 6" });
  await button(page.locator(".bills"), `Take out ${buyers}`).click();
  await expect(page.locator(".bills li li")).toHaveCount(1);
});

test("what a real bill would have done is one press, and one more takes it out again", async ({ lawgrade, page }) => {
  await lawgrade.open("#pic-2019@2/ct-2019/on=no-age-mistake-defense");
  const tool = await lawgrade.openTool(title);
  const bill = tool.getByRole("listitem").filter({ hasText: "HB 5571: An Act Concerning Human Trafficking" });
  await expect(bill).toContainText("Reported to the floor on April 19, 2018; not passed.");
  await expect(bill).toContainText(`It puts into law: ${buyers}. (reconstructed)`);
  await expect(bill.getByRole("link")).toHaveAttribute("href", /^https:\/\/www\.cga\.ct\.gov\/.*bill_num=5571$/);
  await bill.getByRole("button", { name: "See what it does HB 5571" }).click();
  // It adds to what was changed before.
  await expect.poll(() => hash(page)).toBe(`${changed}/on=trafficking-law-reaches-buyers,no-age-mistake-defense`);
  await expect(tool).toContainText(/With HB 5571: 8[\d.]+ of 102\.5, grade B/);
  const out = bill.getByRole("button", { name: "Take it out again HB 5571" });
  await expect(out).toBeFocused();
  await out.press("Enter");
  await expect.poll(() => hash(page)).toBe(`${changed}/on=no-age-mistake-defense`);
  await expect(tool).toContainText("Without HB 5571:");
  // What is law since is apart, dated, and changes nothing here.
  const act = tool.getByRole("listitem").filter({ hasText: "P.A. 21-103" });
  await expect(act).toContainText("In effect since October 1, 2021, after the card.");
  await expect(act).toContainText("It changes no answer of this card.");
  await expect(act.getByRole("button")).toHaveCount(0);
});

test("the worth of each change is ranked, now and on its own", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await lawgrade.openTool(title);
  const rows = page.locator(".worth tbody tr");
  await expect(rows).toHaveCount(19);
  await expect(rows.first()).toContainText(buyers);
  await expect(rows.first().locator("td").first()).toHaveText("3.5");
  await button(rows.first(), "Switch on").click();
  await lawgrade.shows(withBuyers);
  await expect(rows).toHaveCount(18);
  await expect(page.locator(".worth-list .scrolls")).toBeFocused();
});

test("the ruler and the panel say how sure the grade is", async ({ lawgrade, page }) => {
  await lawgrade.open(`${changed}/on=registration-buying`);
  await expect(page.locator(".certainty")).toContainText("Grade B in our best reading of the card; C to B over all readings (79.5 to 81 points).");
  const [ruler, whisker] = await Promise.all([page.locator(".ruler").boundingBox(), page.locator(".whisker").boundingBox()]);
  expect((whisker.x - ruler.x) / ruler.width).toBeCloseTo(79.5 / 102.5, 2);
  expect(whisker.width / ruler.width).toBeCloseTo(1.5 / 102.5, 2);
  await page.getByRole("link", { name: "What is a reading?" }).click();
  await expect(page.locator("#readings")).toBeInViewport();
  await expect(page.getByText("3,120 readings fit Connecticut’s card: 1 of section 1, 12 of section 2, 1 of section 3, 1 of section 4, 65 of section 5 and 4 of section 6")).toBeVisible();
  await expect.poll(() => hash(page)).toBe(`${changed}/on=registration-buying`);
});

test("the ways up work by keyboard alone", async ({ lawgrade, page }) => {
  await lawgrade.open();
  await lawgrade.tabTo(page.locator("summary", { hasText: title }));
  await page.keyboard.press("Enter");
  await expect(target(page)).toBeVisible();
  await lawgrade.tabTo(target(page));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(outcome(page)).toContainText("15 such plans");
  await lawgrade.tabTo(button(plans(page).first(), "Apply"));
  await page.keyboard.press("Enter");
  await lawgrade.shows(withBuyers);
  await lawgrade.tabTo(page.getByLabel("Name of the bill"));
  await lawgrade.tabTo(page.locator(".worth-list .scrolls"));
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing in the ways up, ${colorScheme}, ${width} pixels wide`, async ({ lawgrade, page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await lawgrade.open(`${card}/sure=A/without=online-enticing-crime,vacatur-for-minors/bill=Bill 5:sex-tourism-crime`);
      await lawgrade.openTool(title);
      await page.getByRole("button", { name: "Compare these plans side by side" }).click();
      expect(await axe(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}
