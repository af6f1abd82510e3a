// Two to four cards side by side: their results, and the answers in which they differ.
import { filled, made, say } from "./made.js";
import { has } from "./ranking.js";

export class SideBySide {
  #root;
  #ranking;
  #remove;
  #place;
  #provisions;

  constructor(root, ranking, remove) {
    this.#root = root;
    this.#ranking = ranking;
    this.#remove = remove;
    this.#provisions = [...root.querySelectorAll("[data-provision] th")].map(({ textContent }) => textContent);
    this.#place = root.querySelector(".side-by-side");
  }

  /** Shows cards by the ids of their subjects; `told` is said above them. */
  show(subjects, told) {
    const status = this.#place.querySelector("p");
    const rows = subjects.map((subject) => this.#ranking.row(subject));
    const differing = this.#provisions.map((label, provision) => [label, rows.map((row) => this.#answer(row, provision))]).filter(([, answers]) => new Set(answers).size > 1);
    const { takeTwo, same, differ } = this.#root.dataset;
    const hint = rows.length < 2 ? takeTwo : differing.length ? filled(differ, { number: differing.length }) : same;
    say(status, told || hint);
    this.#place.querySelector(".wide")?.remove();
    if (rows.length < 2) return;
    const table = made("table", "", { className: "ranking" });
    const head = table.createTHead().insertRow();
    head.insertCell();
    for (const row of rows) head.append(this.#head(row));
    const body = table.createTBody();
    const add = (label, texts) => {
      const row = body.insertRow();
      row.append(made("th", label, { scope: "row" }));
      for (const text of texts) row.insertCell().textContent = text;
    };
    this.#ranking.titles().forEach((title, index) => add(title, rows.map((row) => this.#ranking.figures(row)[index])));
    for (const [label, answers] of differing) add(label, answers);
    const wide = made("div", "", { className: "wide", tabIndex: 0 });
    wide.setAttribute("role", "region");
    wide.setAttribute("aria-label", this.#root.dataset.compared);
    wide.append(table);
    this.#place.append(wide);
  }

  #head(row) {
    const head = made("th", "", { scope: "col" });
    const link = this.#ranking.linkTo(row.dataset.subject);
    const name = this.#ranking.name(row);
    const button = made("button", "×", { type: "button" });
    button.setAttribute("aria-label", filled(this.#root.dataset.remove, { name }));
    button.addEventListener("click", () => {
      this.#remove(row.dataset.subject);
      // A filter may hide the row.
      const next = row.hidden ? this.#place.querySelector("button") : row.querySelector("input");
      (next ?? this.#place.querySelector("h3")).focus({ preventScroll: true });
    });
    head.append(link, " ", button);
    return head;
  }

  #answer(row, provision) {
    const { yes, no, unknown, out } = this.#root.dataset;
    if (has(row, "yes", provision)) return yes;
    if (has(row, "unknown", provision)) return unknown;
    return has(row, "out", provision) ? out : no;
  }
}
