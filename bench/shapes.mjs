// Frameworks of other shapes: evaluating, ranking every single change, and a plan for every published card.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { spread } from "./figures.mjs";
import { measured } from "./shapes-contest.mjs";

const read = (path) => readFileSync(new URL(`../data/${path}`, import.meta.url), "utf8");
const answers = { y: true, n: false };

/** The frameworks whose tables have nothing but yes and no, with the answers of each card. */
function frameworks() {
  return ["wbl-2020", "sunlight-2015"].map((id) => {
    const framework = JSON.parse(read(`${id}/framework.json`));
    const rows = parse(read(`${id}/cards.csv`), { columns: true, bom: true });
    const card = (row) => Object.fromEntries(framework.provisions.map(({ id: provision }) => [provision, answers[row[provision]]]));
    return { title: `${framework.title} ${framework.year}`, framework, cards: Object.fromEntries(rows.map((row) => [row.subject, card(row)])) };
  });
}

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
