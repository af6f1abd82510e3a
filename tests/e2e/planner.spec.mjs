// The planner: a program that searches in a worker, can be stopped, and runs in the page where there is no worker.
import { buyers, expect, test } from "./visitor.mjs";

const aimed = "#pic-2019/ct-2019/to=B";
const found = "One change is enough, in our best reading of the card. There are 15 such plans.";
const looking = "Looking for the fewest changes …";
const title = "Ways to a better grade";
const program = /planner-[0-9a-f]{16}\.wasm/;
const outcome = (page) => page.locator(".outcome");
const plans = (page) => page.locator(".plan");
const button = (page, name) => page.getByRole("button", { name, exact: true });
const workers = (page) => page.workers().filter((worker) => worker.url().includes("planner-worker"));
// The page fetches the program only where it runs there.
const inPage = (page) => page.evaluate((program) => performance.getEntriesByType("resource").some(({ name }) => new RegExp(program).test(name)), program.source);
// A worker that is there and never finds anything.
const silent = (page) => page.route(/planner-worker/, (route) => route.fulfill({ contentType: "text/javascript", body: "postMessage({});" }));

// What is kept for use without a network would come in place of what these tests put in the way.
test.use({ serviceWorkers: "block" });

for (const folder of ["sub-path", "strict"]) {
  test(`plans are sought in a worker, under /${folder}`, async ({ lawgrade, page, baseURL }) => {
    await page.goto(`${baseURL.replace("sub-path", folder)}${aimed}`);
    await lawgrade.openTool(title);
    await expect(outcome(page)).toHaveText(found);
    expect(workers(page)).toHaveLength(1);
    await page.getByLabel("What should be reached?").selectOption("A");
    await expect(outcome(page)).toContainText("and no fewer");
    // The same one, since it was not busy.
    expect(workers(page)).toHaveLength(1);
    expect(await inPage(page)).toBe(false);
  });

  test(`so they are on a framework’s page, for a rank, too, under /${folder}`, async ({ page, site }) => {
    await page.goto(`${site.replace("sub-path", folder)}frameworks/wbl-2020.html#wbl-2020/ke/to=rank:60`);
    await expect(plans(page)).not.toHaveCount(0);
    expect(workers(page)).toHaveLength(1);
    expect(await inPage(page)).toBe(false);
  });
}

test("a long search holds nothing up, and ends when it is stopped", async ({ lawgrade, page }) => {
  await silent(page);
  await lawgrade.open(aimed);
  await lawgrade.openTool(title);
  await expect(outcome(page)).toHaveText(looking);
  await expect.poll(() => workers(page).length).toBe(1);
  await lawgrade.switchIn("2.1", buyers).click();
  await expect(lawgrade.total).toHaveText("82.5");
  await button(page, "Stop").focus();
  await page.keyboard.press("Enter");
  await expect(outcome(page)).toHaveText("The search was stopped.");
  await expect(outcome(page)).toBeFocused();
  await expect.poll(() => workers(page).length).toBe(0);
  await page.keyboard.press("Control+z");
  await expect(lawgrade.total).toHaveText("79");
  await expect(outcome(page)).toHaveText(looking);
  await button(page, "Stop").click();
  await page.unroute(/planner-worker/);
  await button(page, "Search again").click();
  await expect(outcome(page)).toHaveText(found);
  await expect(outcome(page)).toBeFocused();
  await expect(button(page, "Search again")).toHaveCount(0);
});

test("a fold that is closed takes its search along", async ({ lawgrade, page }) => {
  await silent(page);
  await lawgrade.open(aimed);
  const tool = await lawgrade.openTool(title);
  await expect(outcome(page)).toHaveText(looking);
  await expect.poll(() => workers(page).length).toBe(1);
  await tool.locator("summary").first().click();
  await expect.poll(() => workers(page).length).toBe(0);
});

test("while another search runs, plans for what was cannot be pressed, and the keyboard keeps its place", async ({ lawgrade, page }) => {
  await lawgrade.open("#pic-2019@2/ct-2019/on=no-age-mistake-defense/to=A");
  await lawgrade.openTool(title);
  await expect(plans(page)).not.toHaveCount(0);
  const apply = plans(page).first().getByRole("button", { name: "Apply" });
  await apply.focus();
  // The worker runs already: nothing reaches it any more.
  await page.evaluate(() => {
    globalThis.post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = () => {};
  });
  const before = await lawgrade.total.textContent();
  await page.evaluate(() => (location.hash = "#pic-2019/ct-2019/to=A"));
  await expect(outcome(page)).toHaveText(looking);
  await expect(lawgrade.total).not.toHaveText(before);
  const now = await lawgrade.total.textContent();
  await expect(apply).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(lawgrade.total).toHaveText(now);
  await page.evaluate(() => (Worker.prototype.postMessage = globalThis.post));
  await button(page, "Stop").click();
  await expect(plans(page)).toHaveCount(0);
  await button(page, "Search again").click();
  await expect(plans(page)).not.toHaveCount(0);
});

test.describe("where a worker cannot be had", () => {
  test.use({ expectsErrors: true });

  test("the page searches by itself", async ({ lawgrade, page }) => {
    await page.route(/planner-worker/, (route) => route.fulfill({ status: 404, body: "" }));
    await lawgrade.open(aimed);
    await lawgrade.openTool(title);
    await expect(outcome(page)).toHaveText(found);
    expect(await inPage(page)).toBe(true);
  });

  test("nor does it answer: the page searches by itself", async ({ lawgrade, page }) => {
    await page.route(/planner-worker/, (route) => route.fulfill({ contentType: "text/javascript", body: "postMessage({}); onmessage = () => postMessage({ failure: \"no memory\" });" }));
    await lawgrade.open(aimed);
    await lawgrade.openTool(title);
    await expect(outcome(page)).toHaveText(found);
    expect(await inPage(page)).toBe(true);
  });

  for (const part of [program, /planner-[0-9a-f]{16}\.js/]) test(`nor the program: the visitor reads why, and can search again, ${part}`, async ({ lawgrade, page }) => {
    await page.route(part, (route) => route.abort());
    await lawgrade.open(aimed);
    await lawgrade.openTool(title);
    await expect(outcome(page)).toHaveText(/^The search could not be made: The program.* Check the connection and load the page again\.$/);
    await page.unroute(part);
    await button(page, "Search again").click();
    await expect(outcome(page)).toHaveText(found);
  });
});
