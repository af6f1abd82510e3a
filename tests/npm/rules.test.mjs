// Frameworks of any shape through the packed lawgrade.js in Node: every published result, and what the package says of
// what is wrong.
import { deepEqual, equal, match, ok, throws } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { before, test } from "node:test";
import { beside } from "./daily.mjs";
import { project, runs } from "./project.mjs";
import { expected, parts, vectors } from "./vectors.mjs";

const data = (path) => JSON.parse(readFileSync(new URL(`../../data/${path}.json`, import.meta.url)));
const tree = {
  id: "made-2026", title: "Made", year: 2026, publisher: "We", about: "Made.",
  scale: { of: 100, decimals: 0 },
  bands: [{ grade: "A", from: 50, requires: ["law"] }, { grade: "B", from: 0 }],
  provisions: [
    { id: "law", label: "There is a law" },
    { id: "remedy", label: "It has a remedy", implies: ["law"] },
    { id: "state", label: "The state pays" },
    { id: "county", label: "The county pays" },
    { id: "fund", label: "There is a fund", mayNotApply: "Nobody pays" },
  ],
  oneOf: [{ id: "payer", provisions: ["state", "county"] }],
  sections: [
    { id: "1", title: "Law", rungs: [{ points: 1, needs: ["law"] }, { points: 3, needs: ["remedy"], basis: "reconstructed" }] },
    { id: "2", title: "Money", most: 2, checklist: ["state", "county", "fund"], each: 2 },
    { id: "3", title: "Penalty", points: "-1/3", needs: { none: ["law"] } },
  ],
};

let folder, lawgrade;
before(async () => {
  folder = await project(beside, "rules", {});
  const { load } = await import(pathToFileURL(join(folder, "node_modules/lawgrade/lawgrade.js")));
  lawgrade = await load();
});

for (const [name, run] of Object.entries(vectors)) {
  test(`${name}: every published result comes out of lawgrade.js`, (t) => {
    const counts = run(lawgrade);
    deepEqual(counts, expected[name]);
    t.diagnostic(`${Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(", ")}; 0 mismatches`);
  });
}

test("the README's examples run one after the other", async () => {
  const text = readFileSync(join(folder, "node_modules/lawgrade/README.md"), "utf8");
  const examples = [...text.matchAll(/```js\n([^]*?)```/g)].map(([, example]) => example);
  ok(examples.length >= 2);
  const again = await project(beside, "examples", { "examples.mjs": examples.join("\n") });
  match(await runs(again, process.execPath, "examples.mjs"), /^79 C\n/);
});

test("each program in the guide of lawgrade.js prints what stands below it", async () => {
  const guide = readFileSync(new URL("../../docs/lawgrade-js.md", import.meta.url), "utf8");
  const examples = [...guide.matchAll(/```js\n([^]*?)```\n\n```text\n([^]*?)\n```/g)];
  equal(examples.length, [...guide.matchAll(/```js/g)].length);
  const files = Object.fromEntries(examples.map(([, program], place) => [`${place}.mjs`, program]));
  const of = await project(beside, "guide", files);
  for (const [place, [, , printed]] of examples.entries()) equal(await runs(of, process.execPath, `${place}.mjs`), printed);
});

test("Connecticut comes to the same by its rules as by its card, in scenarios by chance", async () => {
  const { scenarios } = await import("../../bench/scenarios.mjs");
  const [framework, card] = [data("frameworks/pic-2019"), data("cards/ct-2019")];
  const joined = lawgrade.card(framework, card);
  const rules = lawgrade.rules(framework);
  const answers = Object.fromEntries(card.provisions.map(({ id, inLaw }) => [id, inLaw]));
  for (const changes of [{}, ...scenarios({ card }, 200)]) {
    const [old, { tallies: [total], whole, changes: told }] = [joined.evaluate(changes), rules.evaluate(answers, changes)];
    deepEqual([total.figure, total.grade, told], [old.total, old.grade, old.changes]);
    const found = parts(whole);
    for (const section of old.sections) {
      equal(found.get(section.id).earned, section.points);
      for (const { id, points, max } of section.components) deepEqual([found.get(id).earned, found.get(id).possible], [points, max]);
    }
  }
});

test("a result is a tree of what each part earns, and why", () => {
  const rules = lawgrade.rules(tree);
  deepEqual(lawgrade.diagnose(tree), []);
  deepEqual([rules.id, rules.edition, rules.provisions, rules.groups], [
    "made-2026", 1, ["law", "remedy", "state", "county", "fund"], [{ id: "payer", kind: "one-of", provisions: ["state", "county"] }],
  ]);
  deepEqual(rules.tallies, [{ id: "total", title: null, grades: ["A", "B"] }]);
  const result = rules.evaluate({ law: false, remedy: null, state: true, county: false, fund: true });
  deepEqual(result.tallies, [{ id: "total", title: null, state: "figure", figure: 33, exact: 100 / 3, grade: "B", unknown: [] }]);
  const { whole, ...rest } = result;
  deepEqual([whole.kind, whole.title, whole.path, whole.earned, whole.possible, whole.why], ["sum", "Made", "", 5 / 3, 5, "added"]);
  deepEqual(rest.answers, { law: false, remedy: null, state: true, county: false, fund: true });
  deepEqual([rest.framework, rest.edition, rest.unit, rest.changes], ["made-2026", 1, 3, { on: [], off: [] }]);
  const [law, money, penalty] = whole.parts;
  deepEqual([law.id, law.kind, law.why, law.counts, law.parts.map(({ why }) => why)], ["1", "best", "otherwise", null, ["unmet", "unmet"]]);
  deepEqual([law.parts[1].basis, law.parts[1].needs], ["reconstructed", { all: ["remedy"], any: [], none: [] }]);
  deepEqual([money.id, money.title, money.kind, money.why, money.earned, money.without], ["2", "Money", "within", "bounded", 2, 4]);
  deepEqual([money.parts[0].id, money.parts[0].title, money.parts[0].parts.length], [null, null, 3]);
  deepEqual([penalty.earned, penalty.possible, penalty.why, penalty.path], [-1 / 3, 0, "met", "/sections/2"]);
  equal(rules.evaluate({ remedy: true }).whole.parts[0].counts, 1);
  equal(JSON.stringify(JSON.parse(JSON.stringify(result))), JSON.stringify(result));
  throws(() => law.parts[1].needs.all.push("law"), TypeError);
});

test("a change takes along what it must, and all of it is told", () => {
  const rules = lawgrade.rules(tree);
  const change = (answers, changes) => {
    const { answers: after, changes: told } = rules.evaluate(answers, changes);
    return [after, told];
  };
  const no = { law: false, remedy: false, state: false, county: false, fund: false };
  deepEqual(change(no, { on: ["remedy"] }), [{ ...no, law: true, remedy: true }, { on: ["law", "remedy"], off: [] }]);
  deepEqual(change({ ...no, state: true }, { on: ["county"] }), [{ ...no, county: true }, { on: ["county"], off: ["state"] }]);
  deepEqual(change({ ...no, law: true, remedy: null }, { off: ["law"] }), [no, { on: [], off: ["law", "remedy"] }]);
  deepEqual(change({}, {})[0], { law: null, remedy: null, state: null, county: null, fund: null });
  equal(rules.total(no, { on: ["remedy"] }), 60);
  equal(rules.total({ ...no, remedy: true, law: null }), 60, "what a yes implies is no gap");
});

test("what does not apply and what is unknown count as the framework says", () => {
  const one = { ...tree, bands: [], scale: {}, oneOf: [], sections: [{ checklist: ["law", "state", "county", "fund"] }, { points: 1, needs: ["remedy"] }] };
  const sums = (missing) => {
    const rules = lawgrade.rules({ ...one, missing });
    const { whole: { earned, possible }, tallies: [{ state, figure, unknown }] } = rules.evaluate({ law: true, remedy: false, state: null, county: true, fund: "not-applicable" });
    return [earned, possible, state, figure, unknown];
  };
  deepEqual(sums("zero"), [2, 4, "figure", 2, []]);
  deepEqual(sums("leave-out"), [2, 3, "figure", 2, []]);
  deepEqual(sums("withhold"), [2, 4, "withheld", null, ["state"]]);
  equal(lawgrade.rules({ ...one, missing: "withhold" }).total({}), null);
  const share = lawgrade.rules({ ...tree, bands: [], provisions: [tree.provisions[4]], oneOf: [], sections: [{ checklist: ["fund"] }] });
  deepEqual(share.evaluate({ fund: "not-applicable" }).tallies, [
    { id: "total", title: null, state: "not-applicable", figure: null, exact: null, grade: null, unknown: [] },
  ]);
});

test("cards are ranked, and every single change of one is ranked anew", () => {
  const rules = lawgrade.rules({ ...tree, scale: {}, bands: [], oneOf: [], sections: [{ checklist: ["law", "remedy", "state", "county"] }, { points: 1, needs: ["fund"] }] });
  const yes = (...ids) => Object.fromEntries(rules.provisions.map((id) => [id, ids.includes(id)]));
  const cards = { a: yes("law", "state", "fund"), b: yes("law", "state"), c: yes("law", "county"), d: yes(), e: { ...yes(), fund: "not-applicable" } };
  const cohort = rules.cohort(cards);
  deepEqual(cohort.subjects, ["a", "b", "c", "d", "e"]);
  const ranks = cohort.ranks();
  deepEqual(Object.values(ranks).map(({ figure, rank }) => [figure, rank.rank, rank.tied, rank.of]), [[3, 1, 0, 5], [2, 2, 1, 5], [2, 2, 1, 5], [0, 4, 1, 5], [0, 4, 1, 5]]);
  deepEqual([cohort.who("law"), cohort.who("county")], [["a", "b", "c"], ["c"]]);
  const moves = cohort.moves("b", "total");
  deepEqual(moves.map(({ provision, changes, figure, rank }) => [provision, changes, figure, rank.rank, rank.tied]), [
    ["law", { on: [], off: ["law"] }, 1, 3, 0],
    ["remedy", { on: ["remedy"], off: [] }, 3, 1, 1],
    ["state", { on: [], off: ["state"] }, 1, 3, 0],
    ["county", { on: ["county"], off: [] }, 3, 1, 1],
    ["fund", { on: ["fund"], off: [] }, 3, 1, 1],
  ]);
  for (const { changes, figure } of moves) equal(rules.total(cards.b, changes), figure);
  equal(cohort.moves("e").length, 4, "what does not apply cannot be switched");
  throws(() => cohort.moves("f"), /^Error: “f” is not among these cards$/);
  throws(() => cohort.who("x"), /“x” is not a provision/);
  throws(() => cohort.ranks("x"), /“x” is no tally/);
  throws(() => rules.cohort({ a: yes(), z: { law: 3 } }), /^Error: “z”: answers\/law: This is no answer\./);
  cohort.free();
});

// The cards of a framework, as the package has them.
function cards(rules) {
  const { cards, diagnostics } = rules.table(readFileSync(join(folder, `node_modules/lawgrade/data/${rules.id}/cards.csv`), "utf8"));
  deepEqual(diagnostics, []);
  return cards;
}

test("a table of cards is read, and all that is wrong with it is told", () => {
  const rules = lawgrade.rules(tree);
  const { cards, diagnostics } = rules.table("subject;name;year;law;remedy;state;county;fund\nct;Connecticut;2019;y;?;n;y;n/a\nny;;2019;perhaps;n;y;y;n\n");
  deepEqual(cards[0], {
    subject: "ct", name: "Connecticut", group: null, year: 2019,
    answers: { law: true, remedy: null, state: false, county: true, fund: "not-applicable" },
  });
  deepEqual(diagnostics.map(({ code, path }) => [code, path]), [["bad-answer", "row 3, column D"], ["exclude-each-other", "row 3, column F"]]);
  equal(rules.evaluate(cards[0].answers).tallies[0].figure, 60);
});

test("all economies of a year are ranked as by sorting, and all their single changes", (t) => {
  const rules = lawgrade.rules(data("wbl-2020/framework"));
  const answers = Object.fromEntries(cards(rules).map(({ subject, answers }) => [subject, answers]));
  const cohort = rules.cohort(answers);
  const ranks = cohort.ranks();
  equal(cohort.subjects.length, 190);
  const figures = Object.values(ranks).map(({ exact }) => exact);
  for (const { exact, rank } of Object.values(ranks)) equal(rank.rank, 1 + figures.filter((other) => other > exact).length);
  const start = performance.now();
  const all = cohort.subjects.flatMap((economy) => cohort.moves(economy));
  t.diagnostic(`${all.length} single changes ranked anew in ${Math.round(performance.now() - start)} ms`);
  equal(all.length, 6650);
  for (const economy of ["us", "af", "dk"]) {
    const others = Object.entries(ranks).filter(([other]) => other !== economy).map(([, { exact }]) => exact);
    for (const { changes, figure, exact, rank } of cohort.moves(economy)) {
      equal(rules.total(answers[economy], changes), figure);
      equal(rank.rank, 1 + others.filter((other) => other > exact).length);
    }
  }
});

test("what was freed says so, and how another is made", () => {
  const [framework, card] = [data("frameworks/pic-2019"), data("cards/ct-2019")];
  const [joined, rules] = [lawgrade.card(framework, card), lawgrade.rules(framework)];
  const cohort = rules.cohort({ ct: Object.fromEntries(card.provisions.map(({ id, inLaw }) => [id, inLaw])) });
  for (const one of [joined, rules, cohort]) {
    one.free();
    one.free();
  }
  throws(() => joined.total(), /^Error: lawgrade: free\(\) was called on this card\. Make another by card\(framework, card\)\.$/);
  throws(() => joined.evaluate(), /on this card/);
  throws(() => rules.evaluate({}), /^Error: lawgrade: free\(\) was called on these rules\./);
  throws(() => cohort.ranks(), /^Error: lawgrade: free\(\) was called on these cards\./);
});

test("plans are those of the card, where there is a card, and those of trying every law", () => {
  const [framework, card] = [data("frameworks/pic-2019"), data("cards/ct-2019")];
  const [joined, connecticut] = [lawgrade.card(framework, card), lawgrade.rules(framework)];
  const answers = Object.fromEntries(card.provisions.map(({ id, inLaw }) => [id, inLaw]));
  const four = joined.plan({}, { target: "A" }).plans[0].on;
  for (const options of [{ target: "B" }, { target: "A" }, { target: 85.5 }, { target: "A", locked: four }, { target: "A", bundles: [four] }]) {
    const [old, plan] = [joined.plan({}, options), connecticut.plan(answers, options)];
    deepEqual([plan.status, plan.fewest, plan.count], [old.status, old.fewest, old.count]);
    deepEqual(new Set(plan.plans.map(({ changes: { on } }) => on.join())), new Set(old.plans.map(({ on }) => on.join())));
    for (const { changes, figure, grade } of plan.plans.slice(0, 5)) {
      const [total] = connecticut.evaluate(answers, changes).tallies;
      deepEqual([total.figure, total.grade], [figure, grade]);
    }
  }
  deepEqual(connecticut.plan(answers, { target: 79 }), { status: "already", fewest: 0, count: null, plans: [], best: null });
  deepEqual(connecticut.plan(answers, { target: 103 }), { status: "impossible", fewest: null, count: 0, plans: [], best: 102.5 });
  equal(connecticut.plan(answers, { target: "A", goOn: () => false }).status, "interrupted");
  throws(() => connecticut.plan(answers, { target: "A", goOn: () => { throw new Error("enough"); } }), /^Error: enough$/);

  // Every law that is allowed, and how many switches lead there one after the other.
  const rules = lawgrade.rules(tree);
  const start = { law: false, remedy: false, state: true, county: false, fund: false };
  let laws = new Map([[JSON.stringify(start), start]]);
  for (let fewest = 0, seen = new Set(); laws.size; fewest += 1) {
    const reached = [...laws.values()].filter((law) => rules.evaluate(law).tallies[0].grade === "A");
    if (reached.length) {
      const plan = rules.plan(start, { target: "A" });
      deepEqual([plan.status, plan.fewest, plan.count], ["reachable", fewest, reached.length]);
      deepEqual(new Set(plan.plans.map(({ changes }) => JSON.stringify(rules.evaluate(start, changes).answers))), new Set(reached.map((law) => JSON.stringify(law))));
      break;
    }
    [...laws.keys()].forEach((law) => seen.add(law));
    const next = [...laws.values()].flatMap((law) => rules.provisions.map((id) => rules.evaluate(law, { [law[id] ? "off" : "on"]: [id] }).answers));
    laws = new Map(next.map((law) => [JSON.stringify(law), law]).filter(([key]) => !seen.has(key)));
  }
  throws(() => rules.plan(start, { target: "Z" }), /^Error: options\/target: “Z” is no grade of “total” and no figure\./);
  throws(() => rules.plan(start, { target: { rank: 1 } }), /^Error: options\/target: A rank is one among other cards\./);
  throws(() => rules.plan(start, { target: "A", locked: ["lwa"] }), /^Error: options\/locked\/0: There is no provision “lwa”\./);
  throws(() => rules.plan(start, { target: "A", lokced: [] }), /^Error: options\/lokced: /);
  throws(() => rules.plan(start), /^Error: options: .*target/);
});

test("each economy has its plan to the highest index and to a better rank", (t) => {
  const rules = lawgrade.rules(data("wbl-2020/framework"));
  const all = cards(rules);
  equal(all.length, 190);
  const cohort = rules.cohort(Object.fromEntries(all.map(({ subject, answers }) => [subject, answers])));
  const ranks = cohort.ranks();
  for (const { subject, answers } of all) {
    const { status, fewest, count } = rules.plan(answers, { target: 100, limit: 1 });
    const missing = rules.provisions.filter((id) => !answers[id]);
    // A remedy brings the law along that it rests on.
    const changes = missing.length - (missing.includes("harassment-at-work-law") && missing.includes("harassment-at-work-remedies") ? 1 : 0);
    deepEqual([status, fewest, count], changes === 0 ? ["already", 0, null] : ["reachable", changes, 1]);
    const { rank } = ranks[subject].rank;
    if (rank > 1) {
      const better = cohort.plan(subject, { target: { rank: rank - 1 }, limit: 1 });
      const { changes } = better.plans[0];
      const after = rules.cohort({ ...Object.fromEntries(all.map((card) => [card.subject, card.answers])), [subject]: rules.evaluate(answers, changes).answers });
      ok(better.status === "reachable" && after.ranks()[subject].rank.rank < rank, subject);
      after.free();
    }
  }
  t.diagnostic(`${all.length} plans to 100, and to a better rank`);
});

test("what is unknown makes a range", () => {
  const rules = lawgrade.rules({ ...tree, scale: {}, bands: [{ grade: "A", from: 3 }, { grade: "B", from: 0 }] });
  const none = { law: false, remedy: false, state: false, county: false, fund: false };
  const range = (more) => rules.ranges({ ...none, ...more });
  deepEqual(range({ law: true }), [{ id: "total", low: 1, high: 1, worst: "B", best: "B", always: true }]);
  deepEqual(range({ law: true, remedy: null, fund: null }), [{ id: "total", low: 1, high: 5, worst: "B", best: "A", always: true }]);
  deepEqual(range({ law: null, remedy: null }), [{ id: "total", low: -1 / 3, high: 3, worst: "B", best: "A", always: true }]);
});

test("everything that is wrong is told at once, with its name and its place", () => {
  const codes = (found) => found.map(({ code, path }) => `${code} ${path}`);
  const wrong = { ...tree, bands: [{ grade: "A", from: 1 }, { grade: "A", from: 2 }], sections: [{ points: 1, needs: ["lwa"] }] };
  const found = lawgrade.diagnose(wrong);
  const manual = readFileSync(join(folder, "node_modules/lawgrade/docs/diagnostics.md"), "utf8");
  ok(found.every(({ code, link }) => link === `docs/diagnostics.md#${code}` && manual.includes(`## ${code}\n`)));
  ok(found.every(({ severity, message, hint }) => ["error", "warning"].includes(severity) && message.endsWith(".") && hint.endsWith(".")));
  for (const one of ["repeated-id /bands/1/grade", "bands-overlap /bands/1/from", "unknown-provision /sections/0/needs/0", "unused-provision /provisions/0"]) {
    ok(codes(found).includes(one), `${one} in ${codes(found)}`);
  }
  throws(() => lawgrade.rules(wrong), (error) => {
    match(error.message, /^framework\/sections\/0\/needs\/0: There is no provision “lwa”\..*\nframework\/bands\/1\/grade: /);
    ok(!error.message.includes("unused-provision"), "warnings stop nothing");
    deepEqual(error.diagnostics, found);
    return error instanceof Error;
  });
  // A word that the format does not know is no rule that is silently left out.
  deepEqual(codes(lawgrade.diagnose({ ...tree, sections: [{ checklist: ["law"], aplies: ["law"] }] })), ["wrong-shape /sections/0/aplies"]);
  for (const framework of [undefined, null, 7, "pic-2019", [], {}]) {
    equal(lawgrade.diagnose(framework).length, 1);
    throws(() => lawgrade.rules(framework), /^Error: framework: /);
  }
  const circle = { ...tree };
  circle.about = circle;
  throws(() => lawgrade.rules(circle), /^Error: framework: this is no plain data\./);

  const rules = lawgrade.rules(tree);
  for (const [answers, ...expected] of [
    [{ lwa: true, law: "maybe", remedy: 1 }, "bad-answer /law", "unknown-provision /lwa", "bad-answer /remedy"],
    [{ law: "not-applicable" }, "applies /law"],
    [{ law: false, remedy: true }, "cannot-hold /remedy"],
    [{ state: true, county: true }, "exclude-each-other /county"],
    [null, "wrong-shape "],
    [["law"], "wrong-shape "],
  ]) {
    throws(() => rules.evaluate(answers), (error) => {
      deepEqual(codes(error.diagnostics), expected);
      return error.message.startsWith("answers");
    });
  }
  throws(() => rules.evaluate({}, { on: ["lwa"] }), /^Error: changes\/on: “lwa” is not a provision of this framework$/);
  throws(() => rules.evaluate({}, { on: ["remedy"], off: ["law"] }), /^Error: changes: “remedy” cannot be switched on: another of these changes takes it back$/);
  throws(() => rules.evaluate({ fund: "not-applicable" }, { on: ["fund"] }), /^Error: changes: “fund” does not apply, so it cannot be switched$/);
  throws(() => rules.total({}, {}, "index"), /“index” is no tally/);
});

test("a framework of another shape is not called wrong by the functions for ladders", () => {
  const card = data("cards/ct-2019");
  throws(() => lawgrade.evaluate(data("wbl-2020/framework"), card), /the framework cannot be read: .*It is right for rules\(framework\)/);
  throws(() => lawgrade.evaluate({}, card), (error) => /missing field `id`/.test(error.message) && !/rules\(framework\)/.test(error.message));
});
