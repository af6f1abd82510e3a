// A large made cohort: how long its table takes to be read, and its cards to be ranked. Runs in the browser, too.
import { desktop, visit } from "./browser.mjs";
import { spread } from "./figures.mjs";
import { watchPrograms } from "./memory.mjs";

const SUBJECTS = 5000;
/** How many provisions each section asks for; 100 in all, of shares that do not fit together. */
const SECTIONS = [8, 9, 10, 11, 12, 8, 9, 10, 11, 12];
const ROUNDS = 9;

/** Milliseconds until the cohort is there, for its ranks and for all single changes of a card; bytes of the program's memory. */
export async function cohort(browser, host) {
  const { context, page } = await visit(browser, desktop);
  await page.addInitScript(watchPrograms);
  await page.goto(`${host.address}evaluation.html`);
  const { times, ...rest } = await page.evaluate(measure, [made(), ROUNDS]);
  await context.close();
  return { subjects: SUBJECTS, ...rest, ...Object.fromEntries(Object.entries(times).map(([name, list]) => [name, spread(list)])) };
}

/** A framework with a table of answers that look like chance and are the same in every run. */
function made() {
  const sections = SECTIONS.map((size, section) => ({
    id: `s${section}`, title: `Section ${section}`, checklist: Array.from({ length: size }, (_, provision) => `p${section}-${provision}`),
  }));
  const ids = sections.flatMap(({ checklist }) => checklist);
  const framework = {
    id: "made", title: "Made", year: 2020, publisher: "Nobody", about: "Made for measuring.",
    max: 100, join: "mean", worth: 100,
    tallies: [{ id: "index", title: "Index", scale: { decimals: 1, halves: "up" } }],
    provisions: ids.map((id) => ({ id, label: id })),
    sections,
  };
  let state = 1;
  const answer = () => ((state = (state * 48271) % 2147483647) % 2 ? "y" : "n");
  const rows = Array.from({ length: SUBJECTS }, (_, subject) => [`b${subject}`, `Body ${subject}`, ...ids.map(answer)].join(","));
  return { framework, table: [["subject", "name", ...ids].join(","), ...rows].join("\n") };
}

async function measure([{ framework, table }, rounds]) {
  const { load } = await import(new URL("lawgrade.js", location));
  const lawgrade = await load();
  const rules = lawgrade.rules(framework);
  const timed = (run) => {
    const start = performance.now();
    const result = run();
    return [performance.now() - start, result];
  };
  const times = { opened: [], ranked: [], moved: [] };
  let made;
  for (let round = 0; round < rounds; round += 1) {
    made?.free();
    const [opened, cohort] = timed(() => rules.cohort(Object.fromEntries(rules.table(table).cards.map(({ subject, answers }) => [subject, answers]))));
    made = cohort;
    times.opened.push(opened);
    times.ranked.push(timed(() => cohort.ranks())[0]);
    times.moved.push(timed(() => cohort.moves(cohort.subjects[round]))[0]);
  }
  const provisions = framework.provisions.length;
  const memory = window.programs.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  return { provisions, memory, times };
}
