// The rules, as the twin has them: a framework and a card joined, a component's score, a section's sums over all
// readings of the card. Points are plain numbers, since every quarter is exact. Penalties are left out: the card
// has none.

/** Joins a framework with one of its cards, with references in place of ids. */
export function join({ framework, card }) {
  const findings = new Map(card.provisions.map((finding) => [finding.id, finding]));
  const notes = new Map(card.notes.map(({ component, text }) => [component, text]));
  const published = new Map(card.published.sections.map(({ id, points }) => [id, points]));
  const provisions = framework.provisions.map(({ id, label }, place) => {
    const { inLaw, basis, finding, citations = [] } = findings.get(id);
    return { place, id, label, inLaw, basis, finding, citations, components: [] };
  });
  const known = new Map(provisions.map((provision) => [provision.id, provision]));
  const joinComponent = (section) => ({ id, title, max, rungs }) => {
    const component = { id, title, max, section, note: notes.get(id) };
    component.rungs = rungs.map(({ points, basis, needs }) => ({ points, basis, needs: needs.map((need) => known.get(need)) }));
    const used = new Set(component.rungs.flatMap((rung) => rung.needs));
    component.provisions = [...used].sort((a, b) => a.place - b.place);
    for (const provision of component.provisions) provision.components.push(component);
    return component;
  };
  const sections = framework.sections.map(({ id, title, short, max, components }) => {
    const section = { id, title, short, max, published: published.get(id) };
    section.components = components.map(joinComponent(section));
    return section;
  });
  const { bands, max, step } = framework;
  return { name: `${framework.id}/${card.id}`, bands, max, step, provisions, sections, published: card.published };
}

/** A component's score: its points, the rung that counts, the nearest way to more, whether it is changed. */
export function score({ rungs, provisions, max }, law) {
  const holds = (provision) => law[provision.place];
  let rung;
  for (const candidate of rungs) {
    if ((!rung || candidate.points > rung.points) && candidate.needs.every(holds)) rung = candidate;
  }
  const points = rung?.points ?? 0;
  return {
    points,
    rung,
    next: points < max ? nearest(rungs, points, holds) : undefined,
    changed: provisions.some((provision) => law[provision.place] !== provision.inLaw),
  };
}

function nearest(rungs, points, holds) {
  let best;
  for (const rung of rungs) {
    if (rung.points <= points) continue;
    const missing = rung.needs.filter((need) => !holds(need));
    const fewer = best && missing.length - best.missing.length;
    if (!best || fewer < 0 || (fewer === 0 && rung.points > best.rung.points)) best = { rung, missing };
  }
  return best;
}

export const bandOf = ({ bands }, total) => bands.find((band) => total >= band.from) ?? bands.at(-1);

export const bandAbove = ({ bands }, total) => bands.slice(0, -1).findLast((band) => band.from > total);

// A set of sums in steps is a BigInt with a bit for each. `base` are scores on the card, `now` those of the scenario.

/** The sums of a section that some reading of the card gives; undefined, when no reading fits. */
export function sectionSums(section, base, now, law, step) {
  let reached = new Map([[0, 1n]]);
  for (const component of section.components) {
    const next = new Map();
    for (const [onCard, low, high] of choices(component, base.get(component), now.get(component), law, step)) {
      for (const [sum, sums] of reached) {
        next.set(sum + onCard, (next.get(sum + onCard) ?? 0n) | shifted(sums, low, high));
      }
    }
    reached = next;
  }
  return reached.get(section.published / step);
}

const partly = ({ points }, { max }) => points > 0 && points < max;

function choices(component, before, after, law, step) {
  const max = component.max / step;
  const fixed = before.points / step;
  const now = after.points / step;
  const onCard = partly(before, component) ? Array.from({ length: max - 1 }, (_, place) => place + 1) : [fixed];
  if (!after.changed) return onCard.map((value) => [value, value, value]);
  if (!partly(after, component)) return onCard.map((value) => [value, now, now]);
  const differing = component.provisions.filter((provision) => law[provision.place] !== provision.inLaw);
  const added = differing.some((provision) => !provision.inLaw);
  const removed = differing.some((provision) => provision.inLaw);
  return onCard.map((value) => {
    const low = removed ? 1 : Math.max(value, 1);
    return [value, low, Math.max(low, added ? max - 1 : Math.min(value, max - 1))];
  });
}

function shifted(sums, low, high) {
  let all = 0n;
  for (let by = low; by <= high; by += 1) all |= sums << BigInt(by);
  return all;
}

/** Every sum of one of these and one of those. */
export function plus(these, those) {
  let all = 0n;
  for (let by = 0n, rest = those; rest; by += 1n, rest >>= 1n) if (rest & 1n) all |= these << by;
  return all;
}

/** The sums of a set in order, in points. */
export function points(sums, step) {
  return [...sums.toString(2)].reverse().flatMap((bit, place) => (bit === "1" ? [place * step] : []));
}
