// From a click to the painted result, the page and its twin by turns, from the browser's own trace.
import { desktop, phone, ready, visit } from "./browser.mjs";
import { spread } from "./figures.mjs";
import { contestants } from "./contestants.mjs";
import { categories, mainThread } from "./trace.mjs";

const ROUNDS = 6;
const SWITCHES = 10;

/** For each throttling: what a click costs each contestant, in milliseconds of each kind. */
export async function clicks(browser, host) {
  const results = [];
  for (const cpu of [1, phone.cpu]) results.push({ cpu, sides: await clickCosts(browser, { ...desktop, cpu }, pages(host)) });
  return results;
}

const pages = (host) => contestants.map(({ name, path }) => ({ name, address: `${host.address}${path}` }));

/** What a click costs each of some pages, by turns: a spread of each kind of work under the page's name. */
export async function clickCosts(browser, device, pages, rounds = ROUNDS) {
  const sides = [];
  for (const { name, address } of pages) {
    const { context, page } = await visit(browser, device);
    await page.goto(address);
    await ready(page);
    sides.push({ name, context, page });
  }
  const boxes = spreadOut(await sides[0].page.$$eval(".provision input", (boxes) => boxes.map(({ id }) => id)));
  for (const side of sides) await side.page.evaluate(clickAll, [boxes, `${side.name} warm-up`]);
  await browser.startTracing(undefined, { categories });
  for (let round = 0; round < rounds; round += 1) {
    // Each begins every other round, so that none always runs behind the other.
    for (const side of round % 2 ? sides : sides.toReversed()) await side.page.evaluate(clickAll, [boxes, side.name]);
  }
  const trace = JSON.parse((await browser.stopTracing()).toString());
  await Promise.all(sides.map(({ context }) => context.close()));
  return Object.fromEntries(sides.map(({ name }) => [name, byKind(mainThread(trace.traceEvents, name))]));
}

// Some of the switches, from the first to the last.
const spreadOut = (ids) => Array.from({ length: SWITCHES }, (_, place) => ids[Math.floor((place * ids.length) / SWITCHES)]);

const byKind = (clicks) =>
  Object.fromEntries(Object.keys(clicks[0]).map((kind) => [kind, spread(clicks.map((click) => click[kind]))]));

// Switches each on and off again, as a visitor sees it: in view, and with everything at rest before.
async function clickAll([ids, name]) {
  const painted = () =>
    new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      requestAnimationFrame(() => channel.port2.postMessage(null));
    });
  const atRest = async () => {
    await painted();
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    await painted();
  };
  for (const id of ids) {
    const box = document.getElementById(id);
    box.scrollIntoView({ block: "center" });
    for (let click = 0; click < 2; click += 1) {
      await atRest();
      performance.mark(`${name}: start`);
      box.click();
      for (let turn = 0; turn < 20; turn += 1) await null; // The page updates in microtasks.
      performance.mark(`${name}: updated`);
      await painted();
      performance.mark(`${name}: painted`);
    }
  }
  await atRest();
}
