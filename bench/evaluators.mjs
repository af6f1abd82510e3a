// Who evaluates: each takes the changes of a scenario. Runs in Node and in the browser.
import { publicodes } from "./publicodes/contestant.mjs";
import { join, score } from "./twin/scoring.js";

/** The card, read once, and the contestants by the names that tables have. */
export async function evaluators(lawgrade, data) {
  const card = (await lawgrade.load()).card(data.framework, data.card);
  return {
    card,
    contestants: {
      publicodes: publicodes(data).total,
      evaluate: (changes) => card.evaluate(changes),
      total: (changes) => card.total(changes),
      script: byHand(data),
    },
  };
}

// The twin's scorer, every component anew: what plain JavaScript takes for the same sum.
function byHand(data) {
  const { sections, provisions } = join(data);
  const places = new Map(provisions.map(({ id, place }) => [id, place]));
  return ({ on, off }) => {
    const law = provisions.map((provision) => provision.inLaw);
    for (const id of on) law[places.get(id)] = true;
    for (const id of off) law[places.get(id)] = false;
    let total = 0;
    for (const { components } of sections) for (const component of components) total += score(component, law).points;
    return total;
  };
}
