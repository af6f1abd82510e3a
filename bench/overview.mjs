// All cards of a framework at once, which the page's scripts sort, filter and play over the years.
import { desktop, phone, visit } from "./browser.mjs";
import { spread } from "./figures.mjs";

const ADDRESS = "frameworks/wbl-2020.html?lang=en&year=1971";
const TIMES = 24;

/** For each throttling: what a year, a sorting and a filtering cost, in milliseconds with style and layout. */
export async function overview(browser, host) {
  const results = [];
  for (const cpu of [1, phone.cpu]) {
    const { context, page } = await visit(browser, { ...desktop, cpu });
    await page.goto(`${host.address}${ADDRESS}`);
    await page.waitForSelector("#years .world .country", { state: "attached" });
    const took = await page.evaluate(measure, TIMES);
    results.push({ cpu, rows: await page.locator(".ranking tbody tr").count(), ...Object.fromEntries(Object.entries(took).map(([what, list]) => [what, spread(list)])) });
    await context.close();
  }
  return results;
}

// Each is done with everything at rest before, and until the page is laid out anew.
async function measure(times) {
  const took = { year: [], sorted: [], filtered: [] };
  const rest = () => new Promise((done) => setTimeout(done, 400));
  const one = async (what, act) => {
    await rest();
    const start = performance.now();
    act();
    document.body.getBoundingClientRect();
    took[what].push(performance.now() - start);
  };
  const set = (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const range = document.querySelector("#years input[type=range]");
  const [head] = document.querySelectorAll(".ranking thead button");
  const find = document.querySelector("#overview .filters input");
  for (let time = 0; time < times; time += 1) {
    await one("year", () => set(range, 1972 + time));
    await one("sorted", () => head.click());
    await one("filtered", () => set(find, time % 2 ? "" : "an"));
  }
  return took;
}
