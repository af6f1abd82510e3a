// A program that somebody has written with the package of 0.1.0: the example of its README, and the rest of what it had.
import { readFile } from "node:fs/promises";
import { load } from "lawgrade";

const read = async (name) => JSON.parse(await readFile(new URL(import.meta.resolve(`lawgrade/data/${name}.json`))));
const [framework, card] = [await read("frameworks/pic-2019"), await read("cards/ct-2019")];
const lawgrade = await load();

const { total, grade } = lawgrade.evaluate(framework, card);
console.log(total, grade);

const changed = lawgrade.evaluate(framework, card, { on: ["trafficking-law-reaches-buyers"] });
console.log(changed.total, changed.grade, JSON.stringify(changed.range), changed.address);

const plans = lawgrade.plan(framework, card, {}, { target: "A", certain: true });
console.log(plans.status, plans.fewest, plans.count, plans.plans[0].on.length);

const joined = lawgrade.card(framework, card);
console.log(joined.total({ off: ["racketeering-predicates"] }), joined.formatAddress({ off: ["racketeering-predicates"] }));
console.log(JSON.stringify(joined.parseAddress("#pic-2019/ct-2019/on=no-age-mistake-defense,nonsense")));
console.log(lawgrade.check(framework, card).length, changed.sections.map(({ points }) => points).join(" "));
joined.free();
