// What a page keeps on the device under a name, as data. Browsers may refuse it.

/** What is kept under a name; nothing, where there is none or it cannot be read. */
export function keptHere(name) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps something under a name, or forgets it where there is nothing to keep; gives whether that worked. */
export function keepHere(name, thing) {
  try {
    if (thing === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(thing));
    return true;
  } catch {
    return false;
  }
}
