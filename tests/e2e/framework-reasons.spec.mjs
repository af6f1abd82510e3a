// The pages of other frameworks: why a part has its points, and leaving a provision out of plans at its switch.
import { axe } from "./accessibility.mjs";
import { expect, test } from "./visitor.mjs";

const pageOf = { wbl: "frameworks/wbl-2020.html", sunlight: "frameworks/sunlight-2015.html", chicago: "frameworks/chicago-2019.html" };
const board = "chicago-2019/chicago-advisory-council-on-equity";
const hash = (page) => decodeURIComponent(new URL(page.url()).hash);
const whyOf = (page, part) => page.locator(`#part-${part} > .why`);
// What is heard and not seen stands behind a space in some browsers.
const lockOf = (page, label) => page.getByRole("button", { name: new RegExp(`^Leave out of plans ?: ${label}$`) });
const ways = (page) => page.locator(".ways-up");

async function open(page, path, result) {
  await page.goto(path);
  await expect(page.locator("#total")).toHaveText(result);
}

test("why a part has its points, what is missing for more, and what that brings, by the keyboard", async ({ page }) => {
  await open(page, `${pageOf.wbl}?lang=en#wbl-2020/ke`, "80.6");
  const why = whyOf(page, "parenthood");
  await expect(why.locator("summary")).toHaveText("Why these points in Parenthood");
  // What is folded away is not made.
  await expect(why.locator("p")).toHaveCount(0);
  await why.locator("summary").focus();
  await page.keyboard.press("Enter");
  const lists = why.locator("ul");
  await expect(why).toContainText("2 of 5 points: 1 point for each of these:");
  await expect(lists.first().getByRole("listitem")).toHaveText(["Fathers have paid leave", "Workers must not be dismissed for being pregnant"]);
  await expect(why).toContainText("Each of these, with what comes along, would bring 1 point more:");
  await expect(lists.last().getByRole("listitem")).toHaveCount(3);
  await expect(why).toContainText("In the whole result, the shares of 8 parts are averaged; this one brings 5 of 12.5 points.");

  await page.getByRole("checkbox", { name: "There is paid leave that parents can share" }).check();
  await expect(page.locator("#total")).toHaveText("83.1");
  await expect(why).toHaveAttribute("open", "");
  await expect(why).toContainText("3 of 5 points: 1 point for each of these:");
  await expect(lists.last().getByRole("listitem")).toHaveCount(2);
  await expect(why).toContainText("this one brings 7.5 of 12.5 points.");
  await page.locator("#subject").selectOption({ label: "Latvia" });
  await expect(why).toContainText("All points that are possible here are earned.");
  await why.locator("summary").click();
  await expect(why.locator("p")).toHaveCount(0);
});

test("why no level is reached, and what each would bring", async ({ page }) => {
  await open(page, `${pageOf.sunlight}?lang=en#sunlight-2015/wy`, "-2");
  const why = whyOf(page, "lobbyist-activity");
  await why.locator("summary").click();
  await expect(why).toContainText("-1 of 2 points. None of the levels is reached, and that is what counts then.");
  await expect(why.getByRole("listitem").last()).toHaveText("Reports name each bill or action, and which side the lobbyist took: 3 points more");
  await page.getByRole("radio", { name: /and which side the lobbyist took/ }).check();
  await expect(page.locator("#total")).toHaveText("1");
  await expect(why).toContainText("2 of 2 points. The best level that is reached counts, and this reaches it:");
});

test("why a part does not count, in both languages", async ({ page }) => {
  await open(page, `${pageOf.chicago}?lang=en#${board}`, "20");
  const why = whyOf(page, "public-comment");
  await why.locator("summary").click();
  await expect(why).toContainText("This part does not count as things are");
  await expect(why.getByRole("listitem")).toHaveText(["The body has a public policy on comment at its meetings"]);
  await page.getByRole("checkbox", { name: "The body has a public policy on comment at its meetings" }).check();
  await expect(why).toContainText("0 of 3 points. Nothing in it earns points as things are.");
  await expect(why).not.toContainText("does not count");
  await open(page, `frameworks/chicago-2019.es.html?lang=es#${board}`, "20");
  await expect(why.locator("summary")).toContainText("Por qué estos puntos");
  await why.locator("summary").click();
  await expect(why).toContainText("Tal como está, esta parte no cuenta");
});

test("a provision is left out of plans at its switch, by the keyboard, in step with the list", async ({ page }) => {
  await open(page, `${pageOf.sunlight}?lang=en#sunlight-2015/wy`, "-2");
  const label = "What clients pay their lobbyists is disclosed";
  const lock = lockOf(page, label);
  // It is offered while the ways up are open.
  await expect(lock).toHaveCount(0);
  await page.getByText("Ways to a better result").click();
  await ways(page).locator("#aim").selectOption({ label: "Grade A, from 4" });
  await expect(ways(page).locator(".plan").filter({ hasText: label })).not.toHaveCount(0);
  await expect(lock).toHaveAttribute("aria-pressed", "false");
  await lock.focus();
  await page.keyboard.press("Enter");
  await expect(lock).toHaveAttribute("aria-pressed", "true");
  await expect(lock).toBeFocused();
  await expect.poll(() => hash(page)).toBe("#sunlight-2015/wy/to=A/without=pay-disclosed");
  await expect(ways(page).getByRole("heading", { name: "Left out of plans" })).toBeVisible();
  await expect(ways(page).locator(".plan").filter({ hasText: label })).toHaveCount(0);
  await ways(page).getByRole("button", { name: `Allow ${label}` }).click();
  await expect(lock).toHaveAttribute("aria-pressed", "false");
  await expect.poll(() => hash(page)).toBe("#sunlight-2015/wy/to=A");
  await lock.focus();
  await page.keyboard.press("Space");
  await expect(lock).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Control+z");
  await expect(lock).toHaveAttribute("aria-pressed", "false");
});

test("one of several levels is left out; what holds and no plan would take out has no lock", async ({ page }) => {
  await open(page, `${pageOf.sunlight}?lang=en#sunlight-2015/wy/without=activity-with-position`, "-2");
  const strongest = lockOf(page, "Reports name each bill or action, and which side the lobbyist took");
  await expect(strongest).toHaveAttribute("aria-pressed", "true");
  await expect(lockOf(page, "Reports name each bill or action that lobbyists worked on")).toHaveAttribute("aria-pressed", "false");
  // It stays in sight where it is pressed, also beside folded ways up.
  await page.getByText("Ways to a better result").click();
  await expect(ways(page)).toBeHidden();
  await expect(strongest).toBeVisible();
  await strongest.click();
  await expect(strongest).toHaveCount(0);
  await page.getByText("Ways to a better result").click();
  await expect(strongest).toBeVisible();
  await page.locator("#subject").selectOption({ label: "Connecticut" });
  await expect(page.locator("#total")).toHaveText("3");
  await expect(lockOf(page, "Reports list each expense with its date and what it was for")).toHaveCount(0);
  await expect(strongest).toBeVisible();
});

const cards = { wbl: "wbl-2020/us", sunlight: "sunlight-2015/ct", chicago: board };

for (const [name, path] of Object.entries(pageOf)) {
  test(`${name}: with every reason and lock in sight nothing is wider than 320 px, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`${path}?lang=en#${cards[name]}`);
    await expect(page.locator("#total")).not.toBeEmpty();
    await page.getByText("Ways to a better result").click();
    for (const why of await page.locator(".why > summary").all()) await why.click();
    await expect(page.locator(".why p").first()).toBeVisible();
    await expect(page.locator(".lock:visible").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await axe(page)).toEqual([]);
  });
}
