// A framework and a card as the page reads them, line by line: the format is that of scoring/src/pack.rs. What the
// release has behind them, its texts above all, is kept as it is.

const bases = ["published", "statute", "reconstructed", "assumed"];

const text = (value) => [value.replace(/[\\\n\r<]/g, (letter) => ({ "\\": "\\\\", "\n": "\\n", "\r": "\\r", "<": "\\l" })[letter])];
const whole = (value) => [`${value}`];
const points = (value) => whole(value * 4);
const yes = (value) => whole(value ? 1 : 0);
const basis = (value) => whole(bases.indexOf(value));
const list = (item) => (values = []) => [`${values.length}`, ...values.flatMap(item)];
const fields = (of) => (value) => Object.entries(of).flatMap(([name, lines]) => lines(value[name]));

const rung = fields({ points, needs: list(text), basis });
const component = fields({ id: text, title: text, max: points, basis, rungs: list(rung) });
const section = fields({ id: text, title: text, short: text, max: points, components: list(component) });
const band = fields({ grade: text, from: points });
const provision = fields({ id: text, label: text });
const framework = fields({
  id: text, title: text, year: whole, publisher: text, about: text, step: points, max: points,
  bands: list(band), provisions: list(provision), sections: list(section),
});

const citation = fields({ text, unconfirmed: yes });
const finding = fields({ id: text, inLaw: yes, basis, finding: text, citations: list(citation) });
const publishedSection = fields({ id: text, points });
const published = fields({ total: points, grade: text, sections: list(publishedSection) });
const note = fields({ component: text, text });
const card = fields({
  id: text, framework: text, jurisdiction: text, year: whole, yearNote: text, source: fields({ title: text, address: text }),
  published, provisions: list(finding), notes: list(note),
});

const pack = (data) => [...framework(data.framework), ...card(data.card), ""].join("\n");

const sealed = (lines) => `${fingerprint(lines)}\n${lines}`;

/** What the lines of a release have behind its framework and card. Throws when they do not begin with these. */
export function behind(lines, data) {
  const start = pack(data);
  const rest = lines.slice(lines.indexOf("\n") + 1 + start.length);
  if (sealed(start + rest) !== lines) {
    throw new Error("the data of the release is not that of data/, or not packed as pack.mjs does; build the release anew");
  }
  return rest;
}

/** The lines with another framework and card. The first is the fingerprint of the rest. */
export const repack = (data, rest) => sealed(pack(data) + rest);

// FNV-1a of 64 bits, in halves of 32: the prime is 2^40 + 0x1b3.
function fingerprint(lines) {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (const byte of Buffer.from(lines)) {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
    low = product % 2 ** 32;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
}
