// Programs that are right and programs that are wrong, for TypeScript alone: npm.test.mjs has it checked.
import { load, type Answers, type FrameworkFile, type Lawgrade, type Refusal, type Rules } from "lawgrade";
import chicago from "lawgrade/data/chicago-2019/framework.json";
import sunlight from "lawgrade/data/sunlight-2015/framework.json";
import wbl from "lawgrade/data/wbl-2020/framework.json";
import pic from "lawgrade/data/frameworks/pic-2019.json";

const lawgrade: Lawgrade = await load();

const made = {
  id: "made-2026", title: "Made", year: 2026, publisher: "We", about: "Made.",
  scale: { of: 100, decimals: 0 },
  bands: [{ grade: "A", from: 50, requires: ["law"] }, { grade: "B", from: 0 }],
  provisions: [
    { id: "law", label: "There is a law" },
    { id: "remedy", label: "It has a remedy", implies: ["law"] },
    { id: "fund", label: "There is a fund", mayNotApply: "There is no remedy" },
  ],
  sections: [
    { id: "1", title: "One", rungs: [{ points: 1, needs: ["law"] }, { points: "5/2", needs: { all: ["law"], any: ["remedy", "fund"] } }] },
    { id: "2", join: "best", components: [{ points: 1, needs: { none: ["fund"] } }, { checklist: ["fund"], each: 2, gates: [{ needs: ["law"], atMost: 0 }] }] },
    { id: "3", levels: [{ provision: "law", points: 1 }], otherwise: -1, extra: false },
  ],
} as const satisfies FrameworkFile;

const rules = lawgrade.rules(made);
const answers: Answers<"law" | "remedy" | "fund"> = { law: true, remedy: null, fund: "not-applicable" };
const result = rules.evaluate(answers, { on: ["remedy"] });
export const known: boolean | null | "not-applicable" = result.answers.remedy;
export const taken: ("law" | "remedy" | "fund")[] = result.changes.on;
export const figure: number | null = result.tallies[0].figure;
export const earned: number = result.whole.parts.reduce((sum, { earned }) => sum + earned, 0);
export const whole: Rules<"law" | "remedy" | "fund", "total"> = rules;

const cohort = rules.cohort({ ct: answers, ny: { law: false } });
export const rank: number | undefined = cohort.ranks().ny.rank?.rank;
export const moves: string[] = cohort.moves("ct", "total").map(({ provision }) => provision);
export const who: ("ct" | "ny")[] = cohort.who("law");

export const fewest: number | null = rules.plan(answers, { target: "A", locked: ["fund"] }).fewest;
export const steps: ("law" | "remedy" | "fund")[] = cohort.plan("ct", { target: { rank: 1 } }).plans.flatMap(({ changes }) => changes.on);
export const low: number | null | undefined = rules.ranges(answers)[0]?.low;
export const read: Answers<"law" | "remedy" | "fund">[] = rules.table("subject,law\nct,y\n").cards.map(({ answers }) => answers);

// Written where it is used, ids are known as well.
const inline = lawgrade.rules({
  id: "made", title: "Made", year: 2026, publisher: "We", about: "Made.",
  tallies: [{ id: "score" }, { id: "other" }],
  provisions: [{ id: "a", label: "A" }, { id: "b", label: "B" }],
  sections: [{ checklist: ["a", "b"] }],
});
export const total: number | null = inline.total({ a: true, b: false }, {}, "other");

// Of imported JSON, TypeScript knows the form and not the ids.
for (const imported of [lawgrade.rules(chicago), lawgrade.rules(sunlight), lawgrade.rules(pic)]) imported.evaluate({ website: true });
const card = { "passport-like-a-man": true, "travel-abroad-like-a-man": null, "equal-pay": "not-applicable" };
export const index: string = lawgrade.rules(wbl).evaluate(card).tallies[0].id;

try {
  lawgrade.rules(JSON.parse("{}"));
} catch (error) {
  for (const { code, path, message, hint } of (error as Refusal).diagnostics) console.log(code, path, message, hint);
}
for (const { severity } of lawgrade.diagnose({})) console.log(severity === "error");

// @ts-expect-error No such provision.
rules.evaluate({ lwa: true });
// @ts-expect-error No such answer.
rules.evaluate({ law: "maybe" });
// @ts-expect-error A word that means nothing here.
rules.evaluate({ law: "yes" });
// @ts-expect-error No such provision to switch.
rules.evaluate(answers, { on: ["lwa"] });
// @ts-expect-error No such tally.
rules.total(answers, {}, "index");
// @ts-expect-error No such tally of several.
inline.total({}, {}, "total");
// @ts-expect-error A plan without a target.
rules.plan(answers, { locked: [] });
// @ts-expect-error No such provision to leave as it is.
rules.plan(answers, { target: "A", locked: ["lwa"] });
// @ts-expect-error A rank is one among other cards.
rules.plan(answers, { target: { rank: 1 } });
// @ts-expect-error No such subject.
cohort.moves("vt");
// @ts-expect-error No such provision to ask for.
cohort.who("lwa");
// @ts-expect-error No such answer in a cohort.
rules.cohort({ ct: { law: 1 } });
// @ts-expect-error There may be no figure.
export const sure: number = result.tallies[0].figure;
// @ts-expect-error No framework.
lawgrade.rules({ id: "made" });
// @ts-expect-error No framework either.
lawgrade.rules("pic-2019");

const head = { id: "made", title: "Made", year: 2026, publisher: "We", about: "Made." } as const;
// @ts-expect-error The rules name a provision that there is not.
lawgrade.rules({ ...head, provisions: [{ id: "a", label: "A" }], sections: [{ points: 1, needs: ["b"] }] });
// @ts-expect-error So does a part within a part.
lawgrade.rules({ ...head, provisions: [{ id: "a", label: "A" }], sections: [{ components: [{ checklist: ["b"] }] }] });
// @ts-expect-error So does an implication.
lawgrade.rules({ ...head, provisions: [{ id: "a", label: "A", implies: ["b"] }], sections: [{ checklist: ["a"] }] });
// @ts-expect-error No such way of joining parts.
({ ...head, provisions: [], sections: [{ join: "most", components: [] }] }) as const satisfies FrameworkFile;
// @ts-expect-error A part that says nothing of points.
({ ...head, provisions: [], sections: [{ id: "1" }] }) as const satisfies FrameworkFile;
// @ts-expect-error A field that is misspelt.
({ ...head, provisions: [], sections: [{ points: 1, aplies: ["a"] }] }) as const satisfies FrameworkFile;
// @ts-expect-error A scale of no kind.
({ ...head, scale: { halves: "down" }, provisions: [], sections: [] }) as const satisfies FrameworkFile;
