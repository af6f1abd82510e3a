// A program that somebody has written with the package of 0.2.0, after its guide.
import { readFile } from "node:fs/promises";
import { load } from "lawgrade";

const text = (name) => readFile(new URL(import.meta.resolve(`lawgrade/data/${name}`)), "utf8");
const data = async (name) => JSON.parse(await text(`${name}.json`));
const [framework, card] = [await data("frameworks/pic-2019"), await data("cards/ct-2019")];
const lawgrade = await load();

const changed = lawgrade.evaluate(framework, card, { on: ["trafficking-law-reaches-buyers"] });
console.log(changed.total, changed.grade, JSON.stringify(changed.range), changed.address);
const { then, changes } = lawgrade.parseAddress(framework, card, "pic-2019/ct-2019/off=racketeering-predicates");
console.log(JSON.stringify(changes), JSON.stringify(then));

const rules = lawgrade.rules({
  id: "courts-2026", title: "Courts", year: 2026, publisher: "Our Group", about: "A made-up card.",
  bands: [{ grade: "A", from: 3 }, { grade: "B", from: 0 }],
  provisions: [{ id: "closed-room", label: "Judges may close the room" }, { id: "video", label: "Minors may testify by video" }],
  sections: [{ id: "courts", title: "Courts", components: [{ points: "5/2", needs: ["closed-room"] }, { points: 1, needs: ["video"] }] }],
});
const { tallies, whole } = rules.evaluate({ "closed-room": true, video: null });
console.log(tallies[0].figure, tallies[0].grade, whole.parts.map(({ earned, possible }) => `${earned} of ${possible}`).join());
const plan = rules.plan({ "closed-room": true, video: false }, { target: "A" });
console.log(plan.status, plan.fewest, plan.count, plan.plans[0].changes.on.join());

for (const id of ["wbl-2020", "sunlight-2015", "chicago-2019"]) {
  const of = lawgrade.rules(await data(`${id}/framework`));
  const { cards } = of.table(await text(`${id}/cards.csv`));
  const ranks = of.cohort(Object.fromEntries(cards.map(({ subject, answers }) => [subject, answers]))).ranks();
  const [{ subject, answers }] = cards;
  console.log(id, cards.length, subject, ranks[subject].rank.rank, ranks[subject].figure, of.plan(answers, { target: Math.ceil(ranks[subject].figure) }).fewest);
}
console.log(lawgrade.diagnose({ id: "Courts 2026", title: "" }).map(({ code, path }) => `${code} ${path}`).join("; "));
