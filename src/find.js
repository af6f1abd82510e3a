// Finds what has a name that fits what was typed: marks and case do not matter, and one letter may be wrong.

/** A text without marks and case, which nobody has to type, and with one apostrophe for all. */
export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘ʼ]/g, "'").toLowerCase();

// Whether one letter more, less, another or swapped with the next makes the two the same.
function isNear(one, other) {
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [rest, others] = [one.slice(from), other.slice(from)];
  const isSwapped = rest[0] === others[1] && rest[1] === others[0] && rest.slice(2) === others.slice(2);
  return rest.slice(1) === others.slice(1) || rest.slice(1) === others || rest === others.slice(1) || isSwapped;
}

// From the best to the worst: the name itself, its beginning, that of a word in it, somewhere in it, nearly the
// beginning of a word. Infinity, where it does not fit.
function fit(name, wanted) {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const words = name.split(/[^\p{L}\p{N}]+/u).map((word) => name.slice(name.indexOf(word)));
  if (words.some((rest) => rest.startsWith(wanted))) return 2;
  if (name.includes(wanted)) return 3;
  const lengths = [wanted.length - 1, wanted.length, wanted.length + 1];
  // With fewer letters, nearly everything is near.
  if (wanted.length > 3 && words.some((rest) => lengths.some((length) => isNear(rest.slice(0, length), wanted)))) return 4;
  return Infinity;
}

/** The things, each with `names`, of which one fits; the best first, equals by their first name. */
export function find(things, typed, language) {
  const wanted = plain(typed);
  const { compare } = new Intl.Collator(language);
  const found = things.map((thing) => ({ thing, fit: Math.min(...thing.names.map((name) => fit(plain(name), wanted))) }));
  const fitting = found.filter(({ fit }) => fit < Infinity);
  fitting.sort((one, other) => one.fit - other.fit || compare(one.thing.names[0], other.thing.names[0]));
  return fitting.map(({ thing }) => thing);
}
