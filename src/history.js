// The years of a framework's cards, once a visitor opens them: one is chosen or played on the map and in the ranking, one
// subject's steps are drawn and told, and who gained most between two years. What is chosen stands in the page's query.
import { drawn, mark } from "./line.js";
import { filled, made, say } from "./made.js";
import { colour, showWorld, tell } from "./world.js";
import { Years } from "./years.js";

// How long a year is shown, in milliseconds.
const A_YEAR = 600;

export class History {
  #years;
  #texts;
  #fold;
  #overview;
  #provisions;
  #names;
  #world;
  #cards;
  #range;
  #play;
  #year;
  #status;
  #notice;
  #subject;
  #steps = made("div", "");
  #between;
  /** The year that is seen, and the one that the ranking and the address have. */
  #shown;
  #settled;
  #playing;
  #due;
  #still = matchMedia("(prefers-reduced-motion: reduce)");

  /** `file` is what the build has written of the years, `overview` shows all cards. */
  constructor(fold, file, overview) {
    this.#years = new Years(file);
    this.#texts = file.texts;
    this.#fold = fold;
    this.#overview = overview;
    this.#provisions = [...document.querySelectorAll("#who [data-provision]")].map((row) => ({ id: row.dataset.provision, label: row.querySelector("th").textContent }));
    this.#names = new Map(overview.ranking.rows.map((row) => [row.dataset.subject, overview.ranking.name(row)]));
    this.#shown = this.#settled = this.#years.last;
    this.#world = fold.querySelector(".world");
    this.#cards = new Map(overview.ranking.rows.map((row) => [row.dataset.subject, {}]));
    this.#addPlayer();
    this.#addLine();
    this.#addBetween();
    this.#addNotice();
    this.read();
    if (this.#world) showWorld(this.#world, () => this.#cards, () => overview.markAgain());
    // Whoever chooses on the map while years are played means the one that is seen.
    this.#world?.addEventListener("click", () => this.#end(), true);
    fold.addEventListener("toggle", () => fold.open || this.#end());
    addEventListener("popstate", () => this.read());
  }

  #text(name, fillings = {}) {
    return filled(this.#texts[name], { first: this.#years.first, last: this.#years.last, ...fillings });
  }

  /** Shows what the query asks for. What there is not is not asked for. */
  read() {
    const asked = new URLSearchParams(location.search);
    const year = (name, otherwise) => {
      const found = Number(asked.get(name));
      return Number.isInteger(found) && found >= this.#years.first && found <= this.#years.last ? found : otherwise;
    };
    this.#subject.value = this.#names.has(asked.get("line")) ? asked.get("line") : "";
    const { first, last } = this.#years;
    [this.#between.from.value, this.#between.to.value] = [year("from", first), year("to", last)];
    this.#tellReformers();
    this.#stop();
    this.#choose(year("year", last));
  }

  #follow() {
    const { first, last } = this.#years;
    const other = (year, otherwise) => (Number(year) === otherwise ? "" : String(year));
    this.#overview.choose({ year: other(this.#settled, last), line: this.#subject.value, from: other(this.#between.from.value, first), to: other(this.#between.to.value, last) });
  }

  #addPlayer() {
    const { first, last } = this.#years;
    const player = made("div", "", { className: "player" });
    const label = made("label", `${this.#text("year")} `, { className: "range" });
    this.#range = made("input", "", { type: "range", min: first, max: last, step: 1, autocomplete: "off" });
    this.#range.addEventListener("input", () => {
      this.#stop();
      this.#show(Number(this.#range.value));
      clearTimeout(this.#due);
      this.#due = setTimeout(() => this.#settle(true), 200);
    });
    this.#year = made("strong", "", { className: "year" });
    label.append(this.#year, this.#range);
    this.#play = made("button", "", { type: "button" });
    this.#play.addEventListener("click", () => this.#press());
    this.#still.addEventListener("change", () => {
      this.#end();
      this.#stop();
    });
    this.#status = this.#fold.querySelector("[role=status]");
    player.append(label, this.#play);
    (this.#world ?? this.#status).before(player);
  }

  // Whoever wants less motion goes on year by year.
  #press() {
    const { first, last } = this.#years;
    const next = () => (this.#shown < last ? this.#shown + 1 : first);
    if (this.#still.matches) return this.#choose(next(), true);
    if (this.#playing) return this.#end();
    clearTimeout(this.#due);
    this.#status.textContent = "";
    this.#show(next());
    if (this.#shown === last) return this.#settle(true);
    this.#playing = setInterval(() => {
      this.#show(next());
      if (this.#shown === last) this.#end();
    }, A_YEAR);
    this.#play.textContent = this.#text("pause");
  }

  #stop() {
    clearInterval(this.#playing);
    this.#playing = undefined;
    this.#play.textContent = this.#text(this.#still.matches ? "next" : "play");
  }

  // The year at which the player is stopped stays.
  #end() {
    if (!this.#playing) return;
    this.#stop();
    this.#settle(true);
  }

  // What can be seen of a year while others follow.
  #show(year) {
    this.#shown = year;
    this.#range.value = year;
    this.#year.textContent = year;
    for (const [subject, card] of this.#cards) card.step = this.#years.step(subject, year);
    if (this.#world) colour(this.#world, this.#cards);
    mark(this.#steps, this.#years, year);
  }

  #choose(year, isAnnounced = false) {
    this.#show(year);
    this.#settle(isAnnounced);
  }

  // What follows once a year stays.
  #settle(isAnnounced) {
    clearTimeout(this.#due);
    const [year, { last }] = [this.#shown, this.#years];
    this.#settled = year;
    const ids = this.#provisions.map(({ id }) => id);
    const table = this.#years.table(year);
    for (const [subject, card] of this.#cards) {
      card.address = this.#years.address(subject, year, ids);
      card.told = `${this.#names.get(subject)}, ${year}: ${this.#years.result(subject, year)}`;
    }
    this.#overview.rewrite((subject) => table.has(subject) && { ...table.get(subject), address: this.#cards.get(subject).address });
    if (this.#world) tell(this.#world, this.#cards);
    this.#notice.hidden = year === last;
    this.#notice.firstChild.textContent = this.#text("ranking", { year });
    const others = year > this.#years.first ? ` ${this.#text("others", { count: this.#years.moved(year) })}` : "";
    this.#status.textContent = isAnnounced ? this.#text("shown", { year }) + others : "";
    this.#tellSteps();
    this.#follow();
  }

  // Above the ranking, which may be far from where a year is chosen.
  #addNotice() {
    const back = made("button", this.#text("back"), { type: "button" });
    back.addEventListener("click", () => {
      this.#stop();
      this.#choose(this.#years.last, true);
      // A list, since a field for text would take the keys for undo.
      document.querySelector("#overview .filters select").focus();
    });
    this.#notice = made("p", "", { className: "in-year" });
    this.#notice.append("", " ", back);
    this.#overview.ranking.before(this.#notice);
  }

  #addLine() {
    const label = made("label", `${this.#text("line")} `);
    this.#subject = made("select", "", { autocomplete: "off" });
    const named = [...this.#names].sort(([, one], [, other]) => one.localeCompare(other, document.documentElement.lang));
    this.#subject.append(made("option", this.#text("nobody"), { value: "" }), ...named.map(([value, name]) => made("option", name, { value })));
    this.#subject.addEventListener("change", () => {
      this.#tellSteps();
      this.#follow();
    });
    label.append(this.#subject);
    const part = made("div", "", { className: "steps" });
    part.append(label, this.#steps);
    this.#fold.querySelector("h3").before(part);
  }

  // The line, and in a table what moved it.
  #tellSteps() {
    const [subject, years] = [this.#subject.value, this.#years];
    if (!subject) return this.#steps.replaceChildren();
    const name = this.#names.get(subject);
    const told = this.#text("drawn", { name, before: years.result(subject, years.first), after: years.result(subject, years.last) });
    const table = made("table", "", { className: "counts" });
    table.append(made("caption", this.#text("steps", { name })));
    const head = table.createTHead().insertRow();
    for (const title of [this.#text("year"), this.#overview.ranking.title("result"), this.#text("moved"), ""]) head.append(made(title ? "th" : "td", title, title ? { scope: "col" } : {}));
    const body = table.createTBody();
    for (const span of years.spans(subject)) this.#addStep(body.insertRow(), subject, span);
    this.#steps.replaceChildren(drawn(years, subject, told), table, made("p", this.#text("hint"), { className: "note" }));
    mark(this.#steps, years, this.#shown);
  }

  #addStep(row, subject, { from, figures, moved, bits }) {
    const list = made("ul", "");
    for (const provision of moved) list.append(made("li", this.#text(bits[provision] ? "came" : "went", { provision: this.#provisions[provision].label })));
    row.append(made("th", from, { scope: "row" }));
    row.insertCell().textContent = this.#years.written("result", figures.result);
    row.insertCell().append(moved.length ? list : this.#text("started"));
    const ids = this.#provisions.map(({ id }) => id);
    const link = made("a", this.#text("start", { year: from }), { href: this.#years.address(subject, from, ids) });
    row.insertCell().append(link);
  }

  #addBetween() {
    const place = this.#fold.querySelector(".reformers");
    const select = (name) => {
      const label = made("label", `${this.#text(name)} `);
      const field = made("select", "", { autocomplete: "off" });
      for (let year = this.#years.first; year <= this.#years.last; year += 1) field.append(made("option", year, { value: year }));
      field.addEventListener("change", () => {
        this.#tellReformers();
        this.#follow();
      });
      label.append(field);
      return [field, label];
    };
    const [[from, first], [to, second]] = [select("from"), select("to")];
    const told = place.querySelector("p");
    told.setAttribute("role", "status");
    this.#between = { from, to, told, table: place.querySelector("table") };
    const fields = made("div", "", { className: "player" });
    fields.append(first, second);
    place.prepend(fields);
  }

  #tellReformers() {
    const { from, to, told, table } = this.#between;
    const [first, last] = [Number(from.value), Number(to.value)];
    const isTurned = first >= last;
    const places = Number(this.#fold.dataset.places);
    const reformers = isTurned ? [] : this.#years.reformers(first, last).filter(({ rank }) => rank <= places);
    say(told, this.#text(isTurned ? "turned" : reformers.length ? "between" : "nobody_gained", { first, last }));
    table.hidden = !reformers.length;
    const heads = table.tHead.rows[0].cells;
    [heads[2].textContent, heads[3].textContent] = [first, last];
    const written = (figure) => this.#years.written("result", figure);
    table.tBodies[0].replaceChildren(
      ...reformers.map(({ subject, rank, before, after, gain }) => {
        const row = made("tr", "");
        const head = made("th", "", { scope: "row" });
        const link = this.#overview.ranking.linkTo(subject);
        // In the ranking it may lead to another year.
        link.setAttribute("href", this.#years.address(subject, this.#years.last, []));
        head.append(link);
        row.append(head);
        for (const text of [rank, written(before), written(after), written(gain)]) row.insertCell().textContent = text;
        return row;
      }),
    );
  }
}
