// How the page grows: with 10 and 50 times the provisions, and with 1, 10 and 50 embeds on a host's page.
import { clickCosts } from "./clicks.mjs";
import { desktop, ready, visit } from "./browser.mjs";
import { contest } from "./contest.mjs";
import { spread } from "./figures.mjs";
import { grown } from "./host.mjs";
import { scenarios } from "./scenarios.mjs";

const LOADS = 3;
const TARGETS = [["B", false], ["A", false], ["A", true]];

/** For each size: the start, a click, choosing targets, and evaluating. */
export async function growth(browser, host, data, dist) {
  const results = [];
  const lawgrade = await import(new URL("lawgrade.js", dist));
  for (const times of [1, 10, 50]) {
    const address = times === 1 ? host.address : `${host.address}grown-${times}/`;
    const starts = [];
    for (let load = 0; load < LOADS; load += 1) starts.push(await start(browser, address));
    const { page: click } = await clickCosts(browser, desktop, [{ name: "page", address }], times === 50 ? 1 : 3);
    const larger = times === 1 ? data : JSON.parse(grown(times, "json"));
    results.push({
      times,
      provisions: larger.framework.provisions.length,
      start: spread(starts),
      click,
      plans: await plans(browser, address),
      evaluation: await evaluated(lawgrade, larger),
    });
  }
  return results;
}

// Milliseconds from the navigation until the first switch is there and painted.
async function start(browser, address) {
  const { context, page } = await visit(browser, desktop);
  await page.goto(address);
  await ready(page);
  const moment = await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))));
  await context.close();
  return moment;
}

async function evaluated(lawgrade, data) {
  const card = (await lawgrade.load()).card(data.framework, data.card);
  const contestants = { evaluate: (changes) => card.evaluate(changes), total: (changes) => card.total(changes) };
  const times = contest(contestants, scenarios(data, 10));
  card.free();
  return { evaluate: spread(times.evaluate), total: spread(times.total) };
}

// How long the page is busy when a target is chosen, with the line that it answers.
async function plans(browser, address) {
  const { context, page } = await visit(browser, desktop);
  await page.goto(address);
  await ready(page);
  await page.evaluate(() => (document.querySelector(".tool").open = true));
  await page.waitForSelector(".worth");
  const results = [];
  for (const [grade, certain] of TARGETS) {
    const busy = await page.evaluate(chooseTarget, [grade, certain]);
    results.push({ grade, certain, ...busy, line: await page.locator(".outcome").textContent() });
  }
  await context.close();
  return results;
}

async function chooseTarget([grade, certain]) {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const fire = (element, change) => {
    change(element);
    element.dispatchEvent(new Event("change", { bubbles: true }));
  };
  await painted();
  const start = performance.now();
  fire(document.querySelector("#target"), (select) => (select.value = grade));
  if (certain) fire(document.querySelector(".check input"), (box) => (box.checked = true));
  for (let turn = 0; turn < 20; turn += 1) await null;
  const script = performance.now() - start;
  // Plans are sought beside the page.
  do await painted(); while (document.querySelector('.ways-up [aria-busy="true"]'));
  return { script, painted: performance.now() - start };
}
