// All cards of a framework at once, as the build has written them: what a visitor sorts, filters and compares is done in
// that page, without a program, and stands in the page's query, so that a link shows the same.
import { filled, made, say } from "./made.js";
import { carryQuery, writeQuery } from "./query.js";
import { Ranking } from "./ranking.js";
import { SideBySide } from "./side-by-side.js";
import { showYears } from "./show-years.js";
import { showWorld } from "./world.js";

const MOST_COMPARED = 4;

export class Overview {
  #root;
  /** The table of all cards. */
  ranking;
  #sideBySide;
  #status;
  #find;
  #group;
  #has;
  #compared = [];
  #elsewhere = {};
  #due;
  #marked;
  #before;

  /** What a visitor does with the cards in `root`, until the signal ends it. */
  constructor(root, signal) {
    this.#root = root;
    document.documentElement.dataset.scripts = "";
    // Without this script a name leads to the card's page, here to its calculator. A part of the page in a frame has none.
    const calculator = document.documentElement.dataset.view ? document.getElementById("calculator").dataset.home : "";
    for (const link of root.querySelectorAll("a[href*='/'][href$='.html']")) {
      const [framework, page] = link.getAttribute("href").split("/");
      link.setAttribute("href", `${calculator}#${framework}/${page.split(".")[0]}`);
    }
    this.ranking = new Ranking(root.querySelector(".ranking"), () => this.#follow());
    this.#followFilters();
    this.#followBoxes();
    this.#addHolders();
    this.#sideBySide = new SideBySide(root, this.ranking, (subject) => this.#compare(subject, false));
    // What was typed before this script came counts, where the address asks for nothing.
    this.#read(this.#find.value);
    addEventListener("popstate", () => this.#read(), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#due));
    const world = root.querySelector("#map .world");
    if (world) showWorld(world, () => this.#published(), () => this.markAgain());
    showYears(root.querySelector("#years"), this);
  }

  /** Marks the card that the calculator shows, wherever it stands. */
  mark(subject) {
    this.#marked = subject;
    this.ranking.mark(subject);
    for (const row of this.#root.querySelectorAll("[data-members]")) row.classList.toggle("here", row.dataset.members.split(" ").includes(subject));
    for (const tile of this.#root.querySelectorAll(":is(.tile, .country)[data-subject]")) tile.classList.toggle("here", tile.dataset.subject === subject);
  }

  /** Marks it once more, where something has come to be. */
  markAgain() {
    this.mark(this.#marked);
  }

  /** Has the ranking show other answers; see there. */
  rewrite(of) {
    this.#published();
    this.ranking.rewrite(of);
    this.#sideBySide.show(this.#compared, "");
    this.#show();
  }

  /** Has the address say what is chosen elsewhere in the page. */
  choose(elsewhere) {
    this.#elsewhere = elsewhere;
    this.#follow();
  }

  #text(name, fillings = {}) {
    return filled(this.#root.dataset[name], fillings);
  }

  // The map shows the cards as they are, whatever year the ranking shows.
  #published() {
    this.#before ??= this.#cards();
    return this.#before;
  }

  // Every card by its subject: in which step it lies, its address, and what a map tells of it.
  #cards() {
    const cards = new Map();
    const steps = [...this.#root.querySelectorAll("[data-members]")].map((row) => row.dataset.members.split(" "));
    for (const row of this.ranking.rows) {
      const { subject } = row.dataset;
      const [, result] = this.ranking.figures(row);
      cards.set(subject, { step: steps.findIndex((members) => members.includes(subject)), address: row.querySelector("th a").getAttribute("href"), told: `${this.ranking.name(row)}: ${result}` });
    }
    return cards;
  }

  #followFilters() {
    const filters = this.#root.querySelector(".filters");
    const field = (name) => filters.querySelector(`[name=${name}]`);
    this.#find = field("find");
    this.#group = field("group");
    this.#group?.append(...this.ranking.groups().map(([value, group]) => made("option", group, { value })));
    this.#has = field("has");
    const provisions = [...this.#root.querySelectorAll("[data-provision]")];
    this.#has.append(...provisions.map((row) => made("option", row.querySelector("th").textContent, { value: row.dataset.provision })));
    filters.addEventListener("input", () => this.#filtered());
    filters.querySelector("button").addEventListener("click", () => {
      for (const field of filters.querySelectorAll("input, select")) field.value = "";
      this.#filtered();
    });
    this.#status = filters.querySelector(".shown");
  }

  #followBoxes() {
    this.ranking.eachBox((box, name) => box.setAttribute("aria-label", this.#text("choose", { name })));
    this.ranking.onBox((subject, takes) => {
      this.#compare(subject, takes);
      this.#follow();
    });
  }

  // Who has a provision is the ranking, filtered.
  #addHolders() {
    for (const row of this.#root.querySelectorAll("[data-provision]")) {
      const button = made("button", this.#text("only"), { type: "button" });
      button.setAttribute("aria-label", `${this.#text("only")}: ${row.querySelector("th").textContent}`);
      button.addEventListener("click", () => {
        this.#has.value = row.dataset.provision;
        this.#filtered();
        this.#has.focus();
      });
      row.insertCell().append(button);
    }
    for (const table of this.#root.querySelectorAll("#who thead tr")) table.insertCell();
  }

  #compare(subject, takes) {
    const row = this.ranking.row(subject);
    if (!row) return;
    const others = this.#compared.filter((other) => other !== subject);
    const isFull = takes && others.length >= MOST_COMPARED;
    this.#compared = takes && !isFull ? [...others, subject] : others;
    row.querySelector("input").checked = takes && !isFull;
    this.#sideBySide.show(this.#compared, isFull ? this.#text("takeFour") : "");
    this.#follow();
  }

  #filtered() {
    this.#show();
    this.ranking.showFirst();
    // Browsers refuse to write the address too often.
    clearTimeout(this.#due);
    this.#due = setTimeout(() => this.#follow(), 300);
  }

  #show() {
    const provision = [...this.#has.options].findIndex((option) => option.value === this.#has.value) - 1;
    const shown = this.ranking.filter({ name: this.#find.value, group: this.#group?.value ?? "", provision });
    const line = this.#text("shown", { shown, all: this.ranking.rows.length });
    say(this.#status, shown ? line : `${line} ${this.#text("none")}`);
  }

  // What the query asks for, now or after a step back. What there is no longer is not asked for.
  #read(typed = "") {
    const asked = new URLSearchParams(location.search);
    // Whoever else has chosen something reads it by themselves.
    this.#elsewhere = {};
    this.ranking.sortBy(asked.get("sort") ?? "");
    this.#find.value = asked.get("find") ?? typed;
    for (const [select, name] of [[this.#group, "group"], [this.#has, "has"]]) {
      const value = asked.get(name) ?? "";
      if (select) select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    for (const row of this.ranking.rows) row.querySelector("input").checked = false;
    const compared = asked.get("compare")?.split(",") ?? [];
    this.#compared = compared.filter((subject) => this.ranking.row(subject)).slice(0, MOST_COMPARED);
    for (const subject of this.#compared) this.ranking.row(subject).querySelector("input").checked = true;
    this.#sideBySide.show(this.#compared, "");
    this.#show();
    this.#follow();
  }

  // The page's address and the links to other languages have what is chosen. What is empty is left out; what others have
  // put into the query stays.
  #follow() {
    const compared = this.#compared.join(",");
    const chosen = { sort: this.ranking.sorted, find: this.#find.value.trim(), group: this.#group?.value, has: this.#has.value, compare: compared, ...this.#elsewhere };
    carryQuery(chosen);
    writeQuery(chosen);
  }
}
