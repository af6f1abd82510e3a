// Evaluating a scenario: the rules in wasm, as other programs call them, against publicodes and the twin's scorer.
import { agreeInNode } from "./agreement.mjs";
import { contest } from "./contest.mjs";
import { evaluators } from "./evaluators.mjs";
import { spread } from "./figures.mjs";
import { scenarios } from "./scenarios.mjs";

const SCENARIOS = 100;

const spreads = (times) => Object.fromEntries(Object.entries(times).map(([name, list]) => [name, spread(list)]));

/** Milliseconds for one scenario in Node and in the browser, and what was compared before. */
export async function evaluation(browser, host, data, dist) {
  const list = scenarios(data, SCENARIOS);
  const lawgrade = await import(new URL("lawgrade.js", dist));
  const { card, contestants } = await evaluators(lawgrade, data);
  const agreed = agreeInNode(card, data);
  const inNode = contest(contestants, list);
  const page = await browser.newPage();
  await page.goto(`${host.address}evaluation.html`);
  const inBrowser = await page.evaluate(async ([data, list]) => {
    const [lawgrade, { evaluators }, { contest }] = await Promise.all(
      ["lawgrade.js", "evaluators.mjs", "contest.mjs"].map((path) => import(new URL(path, location))),
    );
    return contest((await evaluators(lawgrade, data)).contestants, list);
  }, [data, list]);
  await page.close();
  return { agreed, node: spreads(inNode), browser: spreads(inBrowser) };
}
