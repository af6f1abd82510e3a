// Loading the page with nothing in the cache, the page and its twin by turns.
import { watchAnswer } from "./answer.mjs";
import { desktop, phone, visit } from "./browser.mjs";
import { contestants } from "./contestants.mjs";
import { spread } from "./figures.mjs";
import { sent, weighed } from "./host.mjs";

const ROUNDS = 7;

/** What the service worker fetches. */
export const later = "fetched afterwards, kept for use without a network";

/** On each device, for each contestant: milliseconds until what the visitor notices. And the bytes by kind. */
export async function loads(browser, host) {
  const devices = [["slow 4G, phone", phone], ["no throttling, desktop", desktop]];
  const results = [];
  for (const [title, device] of devices) {
    const times = Object.fromEntries(contestants.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, path } of round % 2 ? contestants : contestants.toReversed()) {
        times[name].push(await load(browser, device, `${host.address}${path}`));
      }
    }
    const sides = Object.entries(times).map(([name, list]) => [name, byMoment(list)]);
    results.push({ title, sides: Object.fromEntries(sides) });
  }
  return { devices: results, weights: await weights(browser, host) };
}

const byMoment = (loads) =>
  Object.fromEntries(Object.keys(loads[0]).map((moment) => [moment, spread(loads.map((load) => load[moment]))]));

async function load(browser, device, address) {
  const { context, page } = await visit(browser, device);
  await page.addInitScript(watch);
  await page.addInitScript(watchAnswer);
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(() => window.firstAnswer, undefined, { polling: 100 });
  await page.waitForLoadState("load");
  await page.waitForTimeout(300); // The browser reports the largest paint after the frame.
  const moments = await page.evaluate(() => window.moments());
  await context.close();
  return moments;
}

// Notes what the browser reports.
function watch() {
  const largest = [];
  new PerformanceObserver((list) => largest.push(...list.getEntries())).observe({ type: "largest-contentful-paint", buffered: true });
  let busy = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) busy += Math.max(0, duration - 50);
  }).observe({ type: "longtask", buffered: true });
  window.moments = () => {
    const paint = Object.fromEntries(performance.getEntriesByType("paint").map(({ name, startTime }) => [name, startTime]));
    return {
      "first paint": paint["first-paint"],
      "first contentful paint": paint["first-contentful-paint"],
      "largest contentful paint": largest.at(-1)?.startTime ?? 0,
      "first click answered": window.firstAnswer,
      "blocked by long tasks": busy,
    };
  };
}

const kinds = { html: "page, with the data", css: "style", js: "scripts", wasm: "program" };

const kindOf = (path) => kinds[(path || ".html").split(".").at(-1)] ?? "other";

// The files that a first visit asks for until it answers, and those that are fetched afterwards to be kept.
async function weights(browser, host) {
  host.asked.length = 0;
  const { context, page } = await visit(browser, desktop);
  await page.addInitScript(watchAnswer);
  await page.goto(host.address);
  await page.waitForFunction(() => window.firstAnswer, undefined, { polling: 20 });
  const used = new Set(await page.evaluate(() => {
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    return entries.map(({ name }) => new URL(name).pathname.slice(1));
  }));
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForTimeout(500);
  await context.close();
  const weights = {};
  const add = (row, path) => {
    const { plain } = weighed(path);
    weights[row] ??= { files: 0, plain: 0, brotli: 0 };
    weights[row].files += 1;
    weights[row].plain += plain.length;
    weights[row].brotli += sent(path);
  };
  for (const path of new Set(host.asked)) add(used.has(path) ? kindOf(path) : later, path);
  return weights;
}
