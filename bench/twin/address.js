// The address of a scenario: in words, and with its sets packed where that would be long, as scoring/src/address has it.

const LONGEST_IN_WORDS = 180;
const CHECK = 4;
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

const namesOf = (provisions) => provisions.map(({ id }) => id);

/** What stands behind the `#` for a scenario. */
export function format(card, { switched, locked }) {
  const isSwitched = ({ place }) => switched.has(place);
  const sets = Object.entries({
    on: card.provisions.filter((provision) => isSwitched(provision) && !provision.inLaw),
    off: card.provisions.filter((provision) => isSwitched(provision) && provision.inLaw),
    without: card.provisions.filter(({ place }) => locked.has(place)),
  }).filter(([, provisions]) => provisions.length);
  const written = (write) => `${card.name}${sets.map(([name, provisions]) => `/${name}=${write(provisions)}`).join("")}`;
  const inWords = written((provisions) => namesOf(provisions).join(","));
  return inWords.length <= LONGEST_IN_WORDS ? inWords : written(packed);
}

/** The scenario that stands behind the `#`. */
export function parse(card, address) {
  const parts = decodeURIComponent(address).split("/").slice(2);
  const places = (...names) => new Set(
    parts.map((part) => part.split("=")).filter(([name]) => names.includes(name)).flatMap(([, set]) => members(card, set).map(({ place }) => place)),
  );
  return { switched: places("on", "off"), locked: places("without") };
}

function members(card, set) {
  const ids = set.split(",");
  return unpacked(card, set) ?? card.provisions.filter(({ id }) => ids.includes(id));
}

// `1`, a fingerprint of the ids in four letters, then a bit for each provision, five to a letter.
function packed(provisions) {
  const bits = Array(Math.floor(provisions.at(-1).place / 5) + 1).fill(0);
  for (const { place } of provisions) bits[Math.floor(place / 5)] |= 1 << (place % 5);
  return `1${[...check(provisions), ...bits].map((digit) => DIGITS[digit]).join("")}`;
}

// Nothing, when the set is in words.
function unpacked(card, set) {
  const digits = [...set].slice(1 + CHECK).map((letter) => DIGITS.indexOf(letter));
  const provisions = card.provisions.filter(({ place }) => (digits[Math.floor(place / 5)] >> (place % 5)) & 1);
  return provisions.length && packed(provisions) === set ? provisions : undefined;
}

// FNV-1a of 64 bits, of which three parts are folded into twenty bits.
function check(provisions) {
  let number = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(namesOf(provisions).join("\n"))) {
    number = BigInt.asUintN(64, (number ^ BigInt(byte)) * 0x100000001b3n);
  }
  number ^= (number >> 20n) ^ (number >> 40n);
  return [15n, 10n, 5n, 0n].map((shift) => Number((number >> shift) & 31n));
}
