// The tools of one calculator. They are a program of their own, which is loaded when a visitor opens the first of them,
// when an address is opened that only they can read, or when there is nothing else to do, so that they are there when
// the page is printed.
import { press } from "./fields.js";
import { made } from "./made.js";
import { Planner } from "./planner.js";
import { inside } from "./programs.js";

export class Tools {
  #calculators;
  #root;
  #home;
  #page;
  #planner;
  #loading;
  #loaded;
  #tools;
  #tries = 0;
  // The boxes that a visitor switches while an address is to be read, and how; others for each address.
  #pressed;

  /** Settled when the address that was opened last is shown, or cannot be. */
  reading;

  // Those of `page`, which runs in `root`; `home` is the address of the calculator's own page, where the root is in
  // another.
  constructor(calculators, { root, home, page }) {
    [this.#calculators, this.#root, this.#home, this.#page] = [calculators, root, home, page];
    this.#planner = new Planner(calculators, !home);
    this.#listen();
    // What a visitor has opened before.
    for (const target of root.querySelectorAll(".tool[open]")) this.handleEvent({ target });
    (globalThis.requestIdleCallback ?? setTimeout)(() => this.#load().catch((error) => this.#fails(error)), { timeout: 4000 });
    page.onUnread((address, newEntry) => {
      this.#pressed = address === undefined ? undefined : new Map();
      this.reading = address === undefined ? this.#forget() : this.#read(address, newEntry);
    });
  }

  /** Puts them into a root that has taken the place of the one that was. */
  renew(root) {
    this.#root = root;
    this.#listen();
    this.#tools?.dispose();
    this.#tools = undefined;
    if (this.#loaded) this.#start();
  }

  dispose() {
    this.#root = this.#pressed = undefined;
    this.#tools?.dispose();
    this.#planner.dispose();
  }

  #listen() {
    for (const type of ["toggle", "change"]) this.#root.addEventListener(type, this, true);
  }

  handleEvent({ target }) {
    if (target.matches(".provision input")) this.#pressed?.set(target, target.checked);
    if (this.#tools || !target.open || !target.matches(".tool")) return;
    this.#fill(() => [made("p", this.#calculators.say("loading"))]);
    this.#load().catch((error) => this.#fails(error));
  }

  #fill(make) {
    for (const place of this.#root?.querySelectorAll(".tool > div") ?? []) place.replaceChildren(...make());
  }

  #fails(error) {
    if (!this.#calculators.onFault(error)) this.#fill(() => this.#told("tool_not_loaded", error));
  }

  #told(what, error) {
    console.error(error);
    return [made("p", this.#calculators.say(what, { error: this.#calculators.explain(error) })), this.#calculators.reloadButton()];
  }

  // What has failed is tried again when it is asked for again.
  #load() {
    this.#loading ??= this.#fetch().catch((error) => {
      this.#loading = undefined;
      this.#tries += 1;
      throw error;
    });
    return this.#loading;
  }

  async #fetch() {
    [this.#loaded] = await Promise.all([this.#calculators.programs.ready("tools", this.#tries ? `?${this.#tries}` : ""), this.#style()]);
    if (this.#root) this.#start();
  }

  #start() {
    const { program, data } = this.#loaded;
    this.#tools = new program.Tools(data, this.#root, this.#home, this.#page, this.#planner);
    this.#root.dataset.tools = "ready";
  }

  // The tools' style sheet. Without it they are plainer and work as well.
  #style() {
    if (inside || !this.#root) return;
    const { href } = this.#calculators.programs.address("toolsCss");
    const scope = this.#root.getRootNode();
    const sheets = [...scope.querySelectorAll("link[rel=stylesheet]")];
    if (sheets.some((sheet) => sheet.href === href)) return;
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    return new Promise((done) => {
      link.onload = link.onerror = done;
      (scope.head ?? scope).append(link);
    });
  }

  async #read(address, newEntry) {
    const pressed = this.#pressed;
    if (!this.#tools) this.#notice(made("p", this.#calculators.say("loading")));
    // Only the last one counts.
    const isLast = () => this.#pressed === pressed;
    try {
      await this.#load();
    } catch (error) {
      if (!this.#calculators.onFault(error) && isLast()) this.#notice(...this.#told("not_read", error));
      return;
    }
    if (!isLast()) return;
    // What was switched since it was opened comes after it, unless a box shows that this was undone or reset.
    const held = [...pressed].filter(([box, checked]) => !box.isConnected || box.checked === checked);
    this.#pressed = undefined;
    // Whatever was pressed, also what was undone, has written another address over the one that is read now.
    this.#tools?.read(address, pressed.size > 0 ? (newEntry ?? false) : newEntry);
    press(this.#root, held.map(([{ id }, checked]) => [id, checked]));
  }

  #forget() {
    if (this.#tools) this.#tools.forget();
    else this.#notice();
  }

  // What is told of the last address while the tools are not there; they tell it in the same place.
  #notice(...parts) {
    const notice = made("div", "", { className: "notice unread" });
    notice.setAttribute("role", "status");
    notice.append(...parts);
    this.#root?.querySelector("[id=unread]")?.replaceChildren(...(parts.length ? [notice] : []));
  }
}
