// What is measured of frameworks of other shapes, through lawgrade.js. Runs in Node and in the browser.
import { contest } from "./contest.mjs";

const ROUNDS = 9;

/** For each framework how many cards and single changes there are, and the milliseconds that each task took. */
export function measured(lawgrade, frameworks) {
  return frameworks.map(({ title, framework, table }) => {
    const rules = lawgrade.rules(framework);
    const cards = Object.fromEntries(rules.table(table).cards.map(({ subject, answers }) => [subject, answers]));
    const cohort = rules.cohort(cards);
    const list = Object.values(cards);
    const times = contest({ evaluate: (card) => rules.evaluate(card), total: (card) => rules.total(card) }, list);
    let moves = 0;
    times.rank = Array.from({ length: ROUNDS }, () => time(() => (moves = ranked(cohort))));
    const goals = list.map((card) => [card, above(rules, card)]).filter(([, target]) => target !== undefined);
    // Warm, as it is when somebody asks for the second time.
    for (const [card, target] of goals) rules.plan(card, { target });
    // The middle of three, or the collection of garbage would be the slowest plan.
    times.plan = goals.map(([card, target]) => [1, 2, 3].map(() => time(() => rules.plan(card, { target }))).toSorted((a, b) => a - b)[1]);
    cohort.free();
    rules.free();
    return { title, cards: list.length, moves, plans: goals.length, times };
  });
}

// Every provision of every card switched alone, and the rank that it would have.
const ranked = (cohort) => cohort.subjects.reduce((sum, subject) => sum + cohort.moves(subject).length, 0);

// The next letter; where there are none, everything. Nothing, when it is there already.
function above(rules, card) {
  const { grades } = rules.tallies[0];
  const { figure, grade } = rules.evaluate(card).tallies[0];
  if (grades.length === 0) return figure < 100 ? 100 : undefined;
  return grades[grades.indexOf(grade) - 1];
}

function time(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}
