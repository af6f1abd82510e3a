// Sets of provisions by their places, a bit for each; several sets may lie in one list, each from a word on.
export const has = (bits, place, from = 0) => Boolean((bits[from + (place >> 5)] >> (place & 31)) & 1);
export const put = (bits, place, from = 0) => (bits[from + (place >> 5)] |= 1 << (place & 31));

/** Data as JSON, in which nothing that is misspelt is passed over. */
export function json(what, data) {
  try {
    return JSON.stringify(data) ?? "null";
  } catch (cause) {
    throw new Error(`${what}: this is no plain data. ${cause.message}`, { cause });
  }
}
