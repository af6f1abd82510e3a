// Frameworks of other shapes: evaluating, ranking every single change, and a plan for every published card.
import { readFileSync } from "node:fs";
import { spread } from "./figures.mjs";
import { measured } from "./shapes-contest.mjs";

const read = (path) => readFileSync(new URL(`../data/${path}`, import.meta.url), "utf8");

/** The frameworks that have tables, each with its own. */
const frameworks = () => ["wbl-2020", "sunlight-2015", "chicago-2019"].map((id) => {
  const framework = JSON.parse(read(`${id}/framework.json`));
  return { title: `${framework.title} ${framework.year}`, framework, table: read(`${id}/cards.csv`) };
});

const spreads = (found) => found.map(({ times, ...rest }) => ({
  ...rest, ...Object.fromEntries(Object.entries(times).map(([name, list]) => [name, spread(list)])), slowest: Math.max(...times.plan),
}));

/** Milliseconds in Node and in the browser, for each framework. */
export async function shapes(browser, host, dist) {
  const list = frameworks();
  const inNode = measured(await (await import(new URL("lawgrade.js", dist))).load(), list);
  const page = await browser.newPage();
  await page.goto(`${host.address}evaluation.html`);
  const inBrowser = await page.evaluate(async (list) => {
    const [{ load }, { measured }] = await Promise.all(["lawgrade.js", "shapes-contest.mjs"].map((path) => import(new URL(path, location))));
    return measured(await load(), list);
  }, list);
  await page.close();
  return { node: spreads(inNode), browser: spreads(inBrowser) };
}
