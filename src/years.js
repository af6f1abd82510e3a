// The figures of all years, as the build has written them (site/src/years_file.rs): looked up, put in order and
// subtracted here, and nothing is scored. Figures are whole numbers of the last decimal that is printed.

const digit = (bits) => bits.reduce((sum, bit, place) => sum + (bit << place), 0).toString(16);
const fours = (bits) => bits.flatMap((_, place) => (place % 4 ? [] : [bits.slice(place, place + 4)]));

// The first provision is in the lowest bit of the first digit.
const bitsOf = (digits) => [...digits].flatMap((one) => [0, 1, 2, 3].map((bit) => (Number.parseInt(one, 16) >> bit) & 1));

export class Years {
  #spans;
  #units;

  constructor({ framework, first, last, subjects, answers, from, moved, results, steps, least, most }) {
    Object.assign(this, { framework, first, last, steps, least, most });
    this.subjects = subjects.split(" ");
    this.#units = new Map(results.map(({ id, unit }) => [id, unit]));
    const starts = answers.split(" ");
    this.#spans = new Map(this.subjects.map((subject, line) => [subject, spans(starts[line], from[line], moved[line], results.map(({ id, of }) => [id, of[line]]))]));
  }

  /** What held of a subject, from the first year to the last: from which year, the answers as bits, those that are others than before, and the figures by the ids of columns. */
  spans(subject) {
    return this.#spans.get(subject) ?? [];
  }

  /** What held in a year. */
  span(subject, year) {
    return this.spans(subject).findLast(({ from }) => from <= year);
  }

  /** The columns that have figures. */
  get columns() {
    return [...this.#units.keys()];
  }

  /** A figure of a column as it is printed. */
  written(id, figure) {
    return figure === undefined ? "–" : String(figure / this.#units.get(id));
  }

  /** The leading result of a year as it is printed. */
  result(subject, year) {
    return this.written("result", this.span(subject, year)?.figures.result);
  }

  /** In which step a year's result lies. */
  step(subject, year) {
    const figure = this.span(subject, year)?.figures.result;
    return this.steps.findIndex((from) => figure >= from);
  }

  /** For each subject what a table shows of a year: texts and places in the order of their column, and the answers. */
  table(year) {
    const held = this.subjects.map((subject) => [subject, this.span(subject, year)]).filter(([, span]) => span);
    const orders = new Map(this.columns.map((id) => [id, [...new Set(held.map(([, { figures }]) => figures[id]))].sort((one, other) => other - one)]));
    const leading = held.map(([, { figures }]) => figures.result);
    const row = ({ figures, bits }) => {
      const better = leading.filter((other) => other > figures.result).length;
      const cells = this.columns.map((id) => [id, { text: this.written(id, figures[id]), order: orders.get(id).indexOf(figures[id]) }]);
      return { cells: new Map([...cells, ["rank", { text: String(better + 1), order: orders.get("result").indexOf(figures.result) }]]), yes: fours(bits).map(digit).join("") };
    };
    return new Map(held.map(([subject, span]) => [subject, row(span)]));
  }

  /** How many results are others than in the year before. */
  moved(year) {
    return this.subjects.filter((subject) => this.result(subject, year) !== this.result(subject, year - 1)).length;
  }

  /** Who gained between two years, the most first, each with its place, which those share that gained the same. */
  reformers(from, to) {
    const figure = (subject, year) => this.span(subject, year)?.figures.result;
    const gained = this.subjects.map((subject) => ({ subject, before: figure(subject, from), after: figure(subject, to) })).filter(({ before, after }) => after > before);
    for (const one of gained) one.gain = one.after - one.before;
    for (const one of gained) one.rank = 1 + gained.filter(({ gain }) => gain > one.gain).length;
    return gained.sort((one, other) => one.rank - other.rank);
  }

  /** The address of a year's law, as changes to the card of the last; `ids` are those of provisions. */
  address(subject, year, ids) {
    const [then, now] = [year, this.last].map((of) => this.span(subject, of).bits);
    const set = (name, held) => {
      const different = ids.filter((_, place) => then[place] === held && now[place] !== held);
      return different.length ? `/${name}=${different.join(",")}` : "";
    };
    return `#${this.framework}/${subject}${set("on", 1)}${set("off", 0)}`;
  }
}

function spans(start, from, moved, results) {
  const steps = moved ? moved.split(" ").map((step) => step.split(",").map(Number)) : [];
  const figures = results.map(([id, of]) => [id, of.split(",")]);
  const all = [{ from: Number(from.split(" ")[0]), bits: bitsOf(start), moved: [], figures: {} }];
  for (const [step, year] of from.split(" ").slice(1).entries()) {
    const bits = [...all.at(-1).bits];
    for (const provision of steps[step]) bits[provision] = 1 - bits[provision];
    all.push({ from: Number(year), bits, moved: steps[step], figures: {} });
  }
  for (const [id, of] of figures) {
    let figure;
    for (const [place, span] of all.entries()) {
      // Nothing where it stays, and a dash where there is none.
      if (of[place]) figure = of[place] === "-" ? undefined : Number(of[place]);
      span.figures[id] = figure;
    }
  }
  return all;
}
