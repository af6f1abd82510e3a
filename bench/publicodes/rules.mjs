// The card's ladders as publicodes rules, generated from the same data that the page loads.

const yesOrNo = (is) => (is ? "oui" : "non");

/** The rule's name of a provision, a component or a section. */
export const name = (kind, id) => `${kind} ${id.replaceAll(".", " ")}`;

/**
 * A rule for each provision, which is as the law in force has it until the situation says otherwise; for each
 * component, whose best satisfied rung counts; for each section; and the total.
 */
export function rules({ framework, card }) {
  const rules = {};
  for (const { id, inLaw } of card.provisions) rules[name("provision", id)] = { "par défaut": yesOrNo(inLaw) };
  for (const section of framework.sections) {
    for (const component of section.components) rules[name("component", component.id)] = ladder(component);
    rules[name("section", section.id)] = { somme: section.components.map(({ id }) => name("component", id)) };
  }
  rules.total = { somme: framework.sections.map(({ id }) => name("section", id)) };
  return rules;
}

// The first variation whose condition holds counts, so the rungs with the most points come first. The engine is several
// times as fast this way as with the highest of values that apply, and faster still when a list of one is left out.
function ladder({ rungs }) {
  const best = rungs.toSorted((a, b) => b.points - a.points);
  const condition = (names) => (names.length === 1 ? names[0] : { "toutes ces conditions": names });
  const variations = best.map(({ points, needs }) => ({
    si: condition(needs.map((need) => name("provision", need))),
    alors: points,
  }));
  return { variations: [...variations, { sinon: 0 }] };
}

/** The situation of a scenario: what differs from the law in force. */
export function situation({ on, off }) {
  const answer = (is) => (id) => [name("provision", id), yesOrNo(is)];
  return Object.fromEntries([...on.map(answer(true)), ...off.map(answer(false))]);
}
