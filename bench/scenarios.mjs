// Scenarios by chance, the same in every run: a generator with a fixed seed.

function* chances(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Changes in the form that `lawgrade.js` takes. Each provision of the card is switched with a chance that differs by scenario. */
export function scenarios({ card }, count, seed = 2019) {
  const chance = chances(seed);
  const next = () => chance.next().value;
  return Array.from({ length: count }, () => {
    const share = next() ** 2;
    const switched = card.provisions.filter(() => next() < share);
    const ids = (inLaw) => switched.filter((provision) => provision.inLaw === inLaw).map(({ id }) => id);
    return { on: ids(false), off: ids(true) };
  });
}

/** The address of a scenario, without the `#`. */
export function address({ framework, card }, { on, off }) {
  const part = (name, ids) => (ids.length ? `/${name}=${ids.join(",")}` : "");
  return `${framework.id}/${card.id}${part("on", on)}${part("off", off)}`;
}
