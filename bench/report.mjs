// What was measured, in words and tables: a function for each part of the run.
import { bytes, inWords, plain, ratio, table, whole } from "./figures.mjs";
import { later } from "./loads.mjs";

const met = (is) => (is ? "met" : "missed");

/** What the tables are about, and on what they were measured. */
export const head = ({ cores, processor, memory, system, browser, node, date, load }) => `# Benchmarks

Written by \`cargo xtask bench\`; the parts are in \`bench/\`. Each figure is a median with the tenth and the ninetieth
percentile behind it, as in “2.3 (2.1 to 3.0)”. Who is compared is measured by turns in the same run. Timings depend on the
machine and on what else it does, so ratios say more than milliseconds.

Measured on ${date}: ${cores} cores of ${processor}, ${bytes(memory)} of memory, ${system}, ${browser},
Node ${node}. ${plain(load)} processes were at work on average in the minute before.`;

/** Whether the machine was left alone. */
export const load = ({ cores, load }) => `## The machine at the end

${plain(load)} processes were at work on average in the last minute; ${cores} cores take as many without waiting.`;

/** What was found alike before anything was measured. */
export const agreement = (line) => `## Alike before fast

The twin in \`bench/twin\` is the same page in plain JavaScript, without a framework: the same data, elements and style
sheet, with references kept to what changes and only that written. It is no smaller task: address, undo, announcements,
reasons and the range over all readings are there. What the folds load and what stands on paper is not.

${line}`;

const rows = [
  ["script, until the elements are updated", "script"],
  ["style", "style"],
  ["layout", "layout"],
  ["paint, without what other threads do", "paint"],
  ["all work of the main thread", "work"],
  ["until the next frame, by the clock", "painted"],
];

/** What a click costs. */
export function clicks(results) {
  const one = ({ cpu, sides: { Lawgrade, twin } }) => {
    const lines = rows.map(([title, kind]) => [title, inWords(Lawgrade[kind]), inWords(twin[kind]), ratio(Lawgrade[kind], twin[kind])]);
    const { work } = Lawgrade;
    const aim = cpu === 1 ? 4 : 1000 / 60;
    const verdicts = [
      `At most ${plain(aim)} ms of work on the main thread: ${met(work.median <= aim)}, ${plain(work.median)} ms.`,
      `At most 1.2 times the twin’s: ${met(work.median <= 1.2 * twin.work.median)}, ${ratio(work, twin.work)} times its work; ` +
        `${ratio(Lawgrade.painted, twin.painted)} times its time to the frame.`,
    ];
    return `### ${cpu === 1 ? "As it is" : `The processor ${cpu} times as slow`}, ${Lawgrade.work.count} clicks each

${table(["ms", "Lawgrade", "twin", "ratio"], lines)}

${verdicts.join("\n")}`;
  };
  return `## From a click to the painted result

Switches from all sections, each on and off again, in view and with every movement at rest before. From the browser’s trace:
what the main thread did between the click and the frame that shows its result, in the thread’s own time; the last line is
by the clock.

${results.map(one).join("\n\n")}`;
}

/** Evaluation against publicodes. */
export function evaluation({ agreed, node, browser }) {
  const contestants = [
    ["publicodes, the total", "publicodes"],
    ["`card.evaluate`, the tree handed over", "evaluate"],
    ["`card.total`, no tree", "total"],
    ["the twin’s scorer, plain JavaScript, the total", "script"],
  ];
  const times = (side, name) => Math.round(side.publicodes.median / side[name].median);
  const cells = (side, name) => [inWords(side[name]), whole(times(side, name))];
  const lines = contestants.map(([title, name]) => [title, ...cells(node, name), ...cells(browser, name)]);
  const verdict = (name, title, aim) => {
    const worst = Math.min(times(node, name), times(browser, name));
    return `${title}, at least ${whole(aim)} times as fast as publicodes: ${met(worst >= aim)}, ${whole(worst)} times where it is slower.`;
  };
  return `## Evaluating a scenario

Random scenarios with none to nearly all provisions switched, each set anew and evaluated. publicodes runs the 41 ladders as rules
that are generated from the same data: a component is a list of variations, the best rung first. ${agreed}

${table(["ms for one scenario", "Node", "times as fast", "Chromium", "times as fast"], lines)}

${verdict("evaluate", "With the tree handed over", 200)}
${verdict("total", "Without it", 1000)}`;
}

/** Loading. */
export function loads({ devices, weights }) {
  const one = ({ title, sides: { Lawgrade, twin } }) => {
    const lines = Object.keys(Lawgrade).map((moment) => [moment, inWords(Lawgrade[moment]), inWords(twin[moment])]);
    return `### ${title}, ${Lawgrade["first paint"].count} loads each\n\n${table(["ms", "Lawgrade", "twin"], lines)}`;
  };
  const kinds = Object.entries(weights).filter(([kind]) => kind !== later);
  const sum = (what) => kinds.reduce((sum, [, weight]) => sum + weight[what], 0);
  const all = ["all of a first visit", { files: sum("files"), plain: sum("plain"), brotli: sum("brotli") }];
  const rest = weights[later] ? [[later, weights[later]]] : [];
  const lines = [...kinds, all, ...rest].map(([kind, { files, plain, brotli }]) => [kind, files, whole(plain), whole(brotli)]);
  return `## Loading

Nothing in the cache. Slow 4G and the phone are those of Lighthouse: 1.44 Mbit/s, 563 ms to an answer, the processor 4 times as
slow, 412 pixels wide. The twin’s scripts are neither joined nor made smaller. The calculator of the Open Budget
Survey is not measured beside them: its repository (okfn/ibp-explorer) says that it is no longer active, and asks for Node 8 and npm 6 to be built; that was not done.

${devices.map(one).join("\n\n")}

### Bytes of a first visit

${table(["", "files", "bytes", "brotli"], lines)}`;
}

/** Memory. */
export function memory({ clicks, sides }) {
  const line = ([name, { loaded, clicked }]) => [
    [`${name}, loaded`, bytes(loaded.heap), bytes(loaded.program), whole(loaded.nodes), whole(loaded.listeners)],
    [`${name}, after ${clicks} clicks`, bytes(clicked.heap), bytes(clicked.program), whole(clicked.nodes), whole(clicked.listeners)],
  ];
  return `## Memory

After a collection of garbage.

${table(["", "JavaScript’s heap", "the program’s memory", "nodes", "listeners"], Object.entries(sides).flatMap(line))}`;
}

/** What Criterion has measured. */
export function native(results) {
  const time = (nanoseconds) => (nanoseconds < 1e3 ? `${plain(nanoseconds)} ns` : nanoseconds < 1e6 ? `${plain(nanoseconds / 1e3)} µs` : `${plain(nanoseconds / 1e6)} ms`);
  const lines = results.map(({ name, median, low, high }) => [name, time(median), `${time(low)} to ${time(high)}`]);
  return `## Natively

By Criterion (\`cargo bench --package scoring\`): the median, and where it lies with 95 % confidence. \`rules\` is what the pages of frameworks and all plans count
with, the others are what Connecticut’s page does.

${table(["", "median", "between"], lines)}`;
}

/** Frameworks of other shapes. */
export function shapes({ node, browser }) {
  const lines = node.map(({ title, cards, moves, plans, evaluate, total, rank, plan, slowest }, index) => {
    const there = browser[index];
    const both = (name) => `${inWords(node[index][name])}; ${inWords(there[name])}`;
    return [title, whole(cards), both("evaluate"), both("total"), `${whole(moves)}: ${both("rank")}`, `${whole(plans)}: ${both("plan")}`, `${plain(slowest)}; ${plain(there.slowest)}`];
  });
  const worst = (name) => Math.max(...browser.map((one) => one[name].median));
  const slowest = Math.max(...browser.map((one) => one.slowest));
  return `## Frameworks of other shapes

Through \`lawgrade.js\`, in Node; in Chromium, whose clock is coarse. Plans are to the next letter of each published card, or to 100 where there
are no letters. What a page of a framework does is in the same program’s rules.

${table(["ms", "cards", "`evaluate`, a card", "`total`, a card", "every single change ranked", "a plan each", "the slowest plan"], lines)}

Every single change of a cohort ranked within 50 ms in Chromium: ${met(worst("rank") < 50)}, ${plain(worst("rank"))} ms.
Each plan within 5 ms in Chromium: ${met(slowest < 5)}, ${plain(slowest)} ms for the slowest.`;
}

/** A large made cohort. */
export function cohort({ subjects, provisions, memory, opened, ranked, moved }) {
  const lines = [
    ["until the table is read and the cohort is there", inWords(opened)],
    ["all ranked, each with its whole result", inWords(ranked)],
    ["every single change of a card ranked among them", inWords(moved)],
  ];
  return `## A large cohort

${whole(subjects)} made subjects with ${whole(provisions)} provisions each, through \`lawgrade.js\` in Chromium; the program’s memory is ${bytes(memory)} then.

${table(["ms", "median"], lines)}

There within a second: ${met(opened.median < 1000)}. All ranked within 100 ms: ${met(ranked.median < 100)}.`;
}

/** Growth with the data. */
export function growth(results) {
  const lines = results.map(({ provisions, start, click, evaluation }) => [
    whole(provisions), inWords(start), inWords(click.script), inWords(click.work), plain(evaluation.evaluate.median), plain(evaluation.total.median),
  ]);
  const planned = results.flatMap(({ provisions, plans }) =>
    plans.map(({ grade, certain, script, painted, line }) => [
      `${whole(provisions)} provisions, ${grade}${certain ? " in every reading" : ""}: ${line.split(/[.:]/)[0].slice(0, 80)}`, plain(script), plain(painted),
    ]));
  return `## Growth

The card 1, 10 and 50 times over, its copies hanging together by a provision each.

${table(["provisions", "first switch painted, ms", "script of a click, ms", "work of a click, ms", "`evaluate` in Node, ms", "`total` in Node, ms"], lines)}

Choosing a target, the page open with its tools: what the page itself does at once, and when the plans are there, which are sought beside it:

${table(["", "script, ms", "painted, ms"], planned)}`;
}

/** All cards of a framework at once. */
export function overview(results) {
  const lines = results.flatMap(({ cpu, year, sorted, filtered }) => {
    const name = (what) => (cpu === 1 ? what : `${what}, the processor ${cpu} times as slow`);
    return [[name("a year of the player"), inWords(year)], [name("sorting"), inWords(sorted)], [name("filtering"), inWords(filtered)]];
  });
  const [fast, slow] = results;
  return `## All cards at once

The ${fast.rows} economies of Women, Business and the Law: script, style and layout of one step, each with everything at rest before.

${table(["ms", "median"], lines)}

A year below one frame of 16.7 ms, ${slow.cpu} times as slow: ${met(slow.year.median < 1000 / 60)}. Sorting and filtering below 16 ms:
${met(fast.sorted.median < 16 && fast.filtered.median < 16)}.`;
}

/** Embeds on a host's page. */
export function embeds(results) {
  const lines = results.map(({ count, inView, started, answer, requests, bytes: size, programs, memory, all }) => [
    `${count}`, inView, started, inWords(answer), requests, bytes(size), bytes(programs.median), bytes(memory.median), bytes(all.median),
  ]);
  return `## Embeds

A page of another site with the whole calculator once and its panel for the rest; frames load as they come near the view.

${table(["embeds", "in view", "started", "all in view answer, ms", "requests", "sent by the host", "programs’ memory", "pages’ processes", "the same, all read"], lines)}`;
}

/** Lighthouse. */
export function lighthouse(pages) {
  const aims = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };
  const categories = Object.keys(aims);
  const lines = pages.map(({ name, scores, metrics }) => {
    const told = ({ median, low, high }) => (low === high ? whole(median) : `${whole(median)} (${whole(low)} to ${whole(high)})`);
    const blocked = metrics.find(({ title }) => title === "Total Blocking Time")?.displayValue;
    return [name, ...categories.map((category) => told(scores[category])), blocked, met(categories.every((category) => scores[category].median >= aims[category]))];
  });
  const rest = pages.flatMap(({ name, imperfect }) =>
    imperfect.filter(({ weight }) => weight > 0).map(({ category, title, id, score, displayValue = "", weight }) => [
      name, `${category}: ${title.replaceAll("`", "")} (${id})`, whole(score * 100), weight, displayValue,
    ]));
  const [{ version, runs }] = pages;
  const warnings = [...new Set(pages.flatMap(({ warnings }) => warnings))];
  return `## Lighthouse

Version ${version} with its mobile defaults, the median of ${runs} runs, from a host that sends brotli and keeps hashed names for a year. Aimed at are
performance of ${aims.performance} and 100 elsewhere.
${warnings.length ? `\nIt warned: ${warnings.join(" ")}\n` : ""}
${table(["", ...categories, "blocked", ""], lines)}

${rest.length ? `Audits that count and are not perfect, in the run in the middle:\n\n${table(["", "", "score", "weight", ""], rest)}` : "Every audit that counts is perfect."}`;
}
