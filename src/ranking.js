// The table of all cards: sorted by any column, and filtered. Of a cell the build says its place in the order of the
// column, 0 or 1 for the best; of a row the answers, a hexadecimal digit for four provisions.
import { plain } from "./find.js";

/** Whether a row's answers of one kind (`yes`, `unknown`, `out`) have a provision. */
export const has = (row, kind, provision) => Boolean((Number.parseInt(row.dataset[kind]?.[provision >> 2] ?? "0", 16) >> (provision & 3)) & 1);

// How many rows are laid out at once: more than are seen of the table, and less than a frame's work.
const AT_ONCE = 40;

export class Ranking {
  #table;
  #coming;
  #heads;
  #onSort;
  #collator;
  #group;
  /** What it is sorted by: a column's id, behind a minus from the worst to the best; empty, as it was written. */
  sorted = "";

  constructor(table, onSort) {
    this.#table = table;
    this.#onSort = onSort;
    this.rows = [...table.tBodies[0].rows];
    // The column of boxes is none to sort by.
    this.#heads = [...table.tHead.rows[0].cells].filter(({ dataset }) => dataset.id);
    this.#group = this.#heads.findIndex(({ dataset }) => dataset.id === "group");
    for (const head of this.#heads) {
      const button = head.querySelector("button");
      button.disabled = false;
      button.addEventListener("click", () => {
        const { id } = head.dataset;
        this.sortBy(this.sorted === id ? `-${id}` : id);
        this.showFirst();
        this.#onSort();
      });
    }
  }

  row(subject) {
    return this.rows.find(({ dataset }) => dataset.subject === subject);
  }

  name(row) {
    return row.querySelector("th a").textContent;
  }

  /** What a column is called. */
  title(id) {
    return this.#heads.find(({ dataset }) => dataset.id === id).textContent;
  }

  /** A link to a subject's card, as it stands in the table. */
  linkTo(subject) {
    const link = this.row(subject).querySelector("th a").cloneNode(true);
    link.removeAttribute("aria-current");
    return link;
  }

  /** Puts something before the table and its filters. */
  before(element) {
    this.#table.closest(".overview").querySelector(".filters").before(element);
  }

  /** Has the rows show other answers: `of` gives for a subject its texts and places by columns, its answers, and where its link leads. */
  rewrite(of) {
    for (const row of this.rows) {
      const told = of(row.dataset.subject);
      if (!told) continue;
      for (const [index, { dataset }] of this.#heads.entries()) {
        const cell = told.cells.get(dataset.id);
        if (cell) Object.assign(this.#cell(row, index), { textContent: cell.text }).dataset.order = cell.order;
      }
      row.dataset.yes = told.yes;
      row.querySelector("th a").setAttribute("href", told.address);
    }
    this.sortBy(this.sorted);
  }

  /** The titles of the columns behind the name, and what a row has in them. */
  titles() {
    return this.#behindName((index) => this.#heads[index].textContent);
  }

  figures(row) {
    return this.#behindName((index) => this.#cell(row, index).textContent);
  }

  /** The groups, each with what it is called in the table's own language and here. */
  groups() {
    if (this.#group < 0) return [];
    const named = new Map(this.rows.map((row) => [row.dataset.group, this.#cell(row, this.#group).textContent]));
    return [...named].sort(([, one], [, other]) => this.#compare(one, other));
  }

  /** Calls `follow` with the box of each row and the row's name. */
  eachBox(follow) {
    for (const row of this.rows) follow(row.querySelector("input"), this.name(row));
  }

  /** Calls `follow` with a subject whenever its box is ticked or not any more. */
  onBox(follow) {
    this.#table.tBodies[0].addEventListener("change", ({ target }) => follow(target.closest("tr").dataset.subject, target.checked));
  }

  sortBy(wanted) {
    const id = wanted.replace(/^-/, "");
    const index = this.#heads.findIndex(({ dataset }) => dataset.id === id);
    const reversed = index >= 0 && wanted !== id;
    this.sorted = index < 0 ? "" : wanted;
    const head = this.#heads[index] ?? this.#heads[0];
    for (const other of this.#heads) other.removeAttribute("aria-sort");
    // The best figure comes first, and that is the highest.
    const falls = reversed !== (head.dataset.kind === "figure");
    head.setAttribute("aria-sort", falls ? "descending" : "ascending");
    const isText = head.dataset.kind === "text";
    const key = (row) => (isText ? this.#cell(row, index).textContent : Number(this.#cell(row, Math.max(index, 0)).dataset.order ?? Infinity));
    const keyed = this.rows.map((row, place) => ({ row, place, key: key(row) }));
    const compare = isText ? (one, other) => this.#compare(one, other) : (one, other) => (one === other ? 0 : one - other);
    // What has no figure stays last either way, and equals stay as they were written.
    const isLast = ({ key }) => key === Infinity;
    keyed.sort((one, other) => isLast(one) - isLast(other) || compare(one.key, other.key) * (reversed ? -1 : 1) || one.place - other.place);
    const { rows } = this.#table.tBodies[0];
    // Rows that are put where they are already are laid out again all the same.
    if (keyed.some(({ row }, place) => row !== rows[place])) this.#table.tBodies[0].append(...keyed.map(({ row }) => row));
  }

  /** Hides what does not fit, and gives how many do. A `provision` below zero is any. */
  filter({ name, group, provision }) {
    const wanted = plain(name.trim());
    const fits = (row) => (!wanted || plain(this.name(row)).includes(wanted) || row.dataset.subject === wanted) && (!group || row.dataset.group === group) && (provision < 0 || has(row, "yes", provision));
    for (const row of this.rows) row.hidden = !fits(row);
    return this.rows.filter((row) => !row.hidden).length;
  }

  /**
   * Shows what has just been sorted or filtered, from the top. To lay out all countries takes longer than a frame lasts:
   * the first rows are there at once, the others as soon as these are painted, some after each frame.
   */
  showFirst() {
    const shown = [...this.#table.tBodies[0].rows].filter(({ hidden }) => !hidden);
    for (const row of shown.slice(AT_ONCE)) row.classList.add("later");
    this.#coming = shown;
    const show = (start) => {
      // Something else may have been asked for meanwhile.
      if (this.#coming !== shown) return;
      for (const row of shown.slice(start, start + AT_ONCE)) row.classList.remove("later");
      if (start + AT_ONCE < shown.length) requestAnimationFrame(() => setTimeout(() => show(start + AT_ONCE)));
    };
    show(0);
    this.#table.parentElement.scrollTop = 0;
  }

  /** Marks one card. */
  mark(subject) {
    for (const row of this.rows) {
      const isHere = row.dataset.subject === subject;
      row.classList.toggle("here", isHere);
      const link = row.querySelector("th a");
      if (isHere) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  #compare(one, other) {
    this.#collator ??= new Intl.Collator(document.documentElement.lang);
    return this.#collator.compare(one, other);
  }

  // The column of boxes comes before the others.
  #cell(row, index) {
    return row.cells[index + row.cells.length - this.#heads.length];
  }

  #behindName(read) {
    const columns = this.#heads.map((_, index) => index);
    return columns.filter((index) => this.#heads[index].dataset.kind !== "text").map(read);
  }
}
