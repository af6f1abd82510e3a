// Starts calculators: the page's own, and those in elements of other pages (element.js). Fetches the programs,
// and whatever goes wrong, the visitor reads what happened and what to do; the published card stays there.

// What goes wrong, by the names of texts: what happened, and what to do.
class LoadError extends Error {
  constructor(what, fillings, advice = "incomplete") {
    super(what);
    Object.assign(this, { what, fillings, advice });
  }
}

// What came with the oldest browsers that we promise, or just before them.
const isTooOld = !("findLast" in Array.prototype);

// The one file that has everything inside brings its own way to it; see inside.js.
const inside = globalThis.lawgradeInside;

async function get(address) {
  let response;
  try {
    response = await fetch(address);
  } catch {
    throw new LoadError("not_fetched", {}, "try_again");
  }
  if (!response.ok) throw new LoadError("server_answered", { status: response.status });
  return response;
}

const isTrap = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;

// All calculators of one document: they share the programs and the data.
export class Calculators {
  #names;
  #base;
  #lines;
  #texts;
  #loading = {};
  // By their notices: the root, the address that is shown, and what ends it.
  #running = new Map();
  #programs = new Set();
  #stopped = false;

  // `page` is the page as the build has written it: its start script has the names of the files, as seen from
  // `base`; the lines of the data and the texts stand in it, too.
  constructor(page, base) {
    const text = (id) => page.getElementById(id)?.textContent;
    this.#names = page.getElementById("boot")?.dataset ?? {};
    this.#base = base;
    this.#lines = text("data") ?? "";
    this.#texts = JSON.parse(text("texts") ?? "{}");
    addEventListener("error", (event) => this.#onFault(event.error));
    addEventListener("unhandledrejection", (event) => this.#onFault(event.reason));
  }

  // Starts one in a root that has the places for it and its tools. What goes wrong later is told in `notice`.
  // `home` is the address of the calculator's own page, where the root is in another. Gives a function that
  // ends it, beside the running calculator.
  async start(root, notice, home) {
    const page = await this.#begin(root, home);
    let tools;
    let begin;
    const forget = this.#onFirstTool(root, (loaded) => {
      begin = () => (tools = new loaded.program.Tools(loaded.data, root, home, page));
      begin();
    });
    const forgetHands = onForeignHands(root, page, (place) => {
      root = place;
      tools?.dispose();
      page.renew(root);
      // A page has one main part, and in a host's page that is the host's.
      if (home) root.querySelector("[role=main]").setAttribute("role", "group");
      begin?.();
    });
    const dispose = () => {
      forget();
      forgetHands();
      this.#running.delete(notice);
      tools?.dispose();
      page.dispose();
    };
    // Held until it is disposed of, with its tools: the browser frees in the program what no script holds any more.
    const running = { dispose, home };
    this.#running.set(notice, running);
    page.onChange((address) => (running.address = address));
    return { page, dispose };
  }

  // What the build has written into the root is taken over, if it is still just that; what a visitor has switched
  // there already is switched again. Where something has changed it, or taking over fails all the same, the
  // calculator is made anew.
  async #begin(root, home) {
    const { program, data } = await this.#ready("page");
    // What a visitor does meanwhile comes before the rest.
    await new Promise((done) => setTimeout(done));
    const boxes = [...root.querySelectorAll("input")].filter(({ checked, defaultChecked }) => checked !== defaultChecked);
    const switched = boxes.map(({ id, checked }) => ({ id, checked }));
    let page;
    try {
      page = new program.Page(data, root, home, nodes(root) === Number(root.dataset.nodes));
    } catch (error) {
      if (!isTrap(error)) throw error;
      // A program that has stopped is of no further use; another is as good as new.
      this.#programs.delete(program);
      delete this.#loading.page;
      const anew = await this.#ready("page", "?anew");
      page = new anew.program.Page(anew.data, root, home, false);
    }
    for (const { id, checked } of switched) {
      const box = root.querySelector(`[id="${CSS.escape(id)}"]`);
      if (box) Object.assign(box, { checked }).dispatchEvent(new Event("change", { bubbles: true }));
    }
    return page;
  }

  address(name) {
    return new URL(this.#names[name], this.#base);
  }

  // A text in the language of the page; its name, where the page was loaded by half.
  #say(name, fillings = {}) {
    return Object.entries(fillings).reduce((text, [place, filling]) => text.replace(`{${place}}`, filling), this.#texts[name] ?? name);
  }

  #explain(error) {
    return error instanceof LoadError ? this.#say(error.what, error.fillings) : error.message;
  }

  // A program and the data, read by it: each program has a memory of its own.
  #ready(name, again) {
    this.#loading[name] ??= this.#load(name, again).catch((error) => {
      delete this.#loading[name];
      throw error;
    });
    return this.#loading[name];
  }

  async #load(name, again) {
    const [program, texts] = await Promise.all([this.#program(name, again), name === "tools" ? this.#toolsTexts() : undefined]);
    try {
      return { program, data: program.read(this.#lines, texts) };
    } catch {
      throw new LoadError("bad_data");
    }
  }

  // What only the tools say, in the language of the page. The one file has it inside.
  async #toolsTexts() {
    return inside?.texts[document.documentElement.lang] ?? (await get(this.address("toolsTexts"))).text();
  }

  // Some browsers remember a script that could not be loaded; another address makes them try again.
  async #program(name, again = "") {
    if (typeof WebAssembly !== "object") {
      throw new LoadError("no_webassembly", {}, "allow_webassembly");
    }
    if (inside) {
      const program = await inside.program();
      this.#programs.add(program);
      return program;
    }
    const bytes = get(this.address(`${name}Wasm`));
    // The browser is slow to begin with numbers, and has nothing else to do now.
    new Intl.NumberFormat();
    let program;
    try {
      program = await import(`${this.address(`${name}Js`)}${again}`);
    } catch {
      await bytes.catch(() => {});
      throw new LoadError("script_not_loaded", {}, "try_again");
    }
    const response = await bytes;
    try {
      await program.default({ module_or_path: response });
    } catch (error) {
      throw new LoadError("refused", { reason: error.message });
    }
    this.#programs.add(program);
    return program;
  }

  // The tools' style sheet. Without it they are plainer and work as well.
  #style(root) {
    if (inside) return;
    const { href } = this.address("toolsCss");
    const scope = root.getRootNode();
    const sheets = [...scope.querySelectorAll("link[rel=stylesheet]")];
    if (sheets.some((sheet) => sheet.href === href)) return;
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    return new Promise((done) => {
      link.onload = link.onerror = done;
      (scope.head ?? scope).append(link);
    });
  }

  // The tools are a program of their own. It is loaded when a visitor opens the first of them, and again when
  // that has failed and another is opened. Or when there is nothing else to do, so that it is there when the page is
  // printed.
  #onFirstTool(root, begin) {
    const say = (line, button = () => "") => {
      for (const place of root.querySelectorAll(".tool > div")) place.replaceChildren(made("p", line), button());
    };
    let tries = 0;
    let loading = false;
    const load = async (asked) => {
      if (loading) return;
      loading = true;
      if (asked) say(this.#say("loading"));
      try {
        const [loaded] = await Promise.all([this.#ready("tools", tries ? `?${tries}` : ""), this.#style(root)]);
        if (forgotten) return;
        begin(loaded);
        root.dataset.tools = "ready";
        forget();
      } catch (error) {
        if (isTrap(error)) return this.#onFault(error);
        console.error(error);
        say(this.#say("tool_not_loaded", { error: this.#explain(error) }), () => this.#reloadButton());
        loading = false;
        tries += 1;
      }
    };
    const onToggle = ({ target }) => {
      if (target.open && target.matches?.(".tool")) load(true);
    };
    let forgotten = false;
    const forget = () => {
      forgotten = true;
      root.removeEventListener("toggle", onToggle, true);
    };
    root.addEventListener("toggle", onToggle, true);
    (globalThis.requestIdleCallback ?? setTimeout)(() => load(false), { timeout: 4000 });
    return forget;
  }

  // A panic ends as a trap of the program, and an exception that crosses the program leaves it half-way
  // through its work: either way it can no longer be trusted, wherever it was called from.
  // Other programs and scripts of the document have faults of their own, which are no concern of ours.
  #onFault(error) {
    const files = inside ? [] : ["pageJs", "pageWasm", "toolsJs", "toolsWasm"].map((name) => this.#names[name]).filter(Boolean);
    const stack = `${error?.stack}`;
    const isOurs = [...this.#programs].some((program) => program.stopped()) || files.some((file) => stack.includes(file.split("/").pop()));
    if (this.#stopped || !isOurs) return;
    this.#stopped = true;
    for (const notice of this.#running.keys()) this.#tell(notice, "stopped", this.#say("stopped_detail"), "stopped_advice");
  }

  // Tells that the calculator could not start, and why.
  tellFailure(notice, error) {
    this.#tell(notice, "not_started", `${this.#explain(error)}.`, isTooOld ? "too_old" : (error.advice ?? "incomplete"));
  }

  #tell(notice, title, detail, advice) {
    notice.replaceChildren(made("strong", this.#say(title)), made("p", detail), made("p", this.#say(advice)), this.#reloadButton());
    notice.hidden = false;
  }

  // The page's own scenario stays in its address; what elements of a host's page show is handed on by `handOver`.
  #reloadButton() {
    const button = Object.assign(made("button", this.#say("load_again")), { type: "button" });
    button.addEventListener("click", () => {
      for (const { home, address, handOver } of this.#running.values()) if (home) handOver?.(address);
      location.reload();
    });
    return button;
  }

  // Has `handOver` called with the address that a calculator shows, before the page is loaded again.
  onReload(notice, handOver) {
    const running = this.#running.get(notice);
    if (running) running.handOver = handOver;
  }
}

const made = (name, textContent) => Object.assign(document.createElement(name), { textContent });

// Translators, extensions and scripts of a host may put other elements in place of ours: a copy looks the same, but
// nothing follows it and nobody listens to it. After whatever a visitor does it is seen whether all of ours are still
// there; if not, `renew` makes them anew in the root, or in what has taken its place. Something that takes ours away
// whenever they are there is left alone in the end.
function onForeignHands(root, page, renew) {
  const scope = root.getRootNode();
  const ours = () => [...root.querySelectorAll(".panel *, .component input, .component-points *, .section-points *, [role=status]")];
  let parts = ours();
  let tries = 3;
  const check = () => {
    if (tries === 0 || (root.isConnected && parts.every((part) => part.isConnected))) return;
    const place = root.isConnected ? root : scope.querySelector(`[id="${root.id}"]`);
    if (!place) return;
    tries -= 1;
    const boxes = [...place.querySelectorAll(".component input")].map(({ id, checked }) => [id, checked]);
    const known = new Map(parts.filter(({ id, type }) => id && type === "checkbox").map(({ id, checked }) => [id, checked]));
    const focused = scope.activeElement?.id;
    const open = [...place.querySelectorAll("details")].map((fold) => fold.open);
    root = place;
    renew(root);
    parts = ours();
    [...root.querySelectorAll("details")].forEach((fold, number) => (fold.open = open[number] ?? false));
    const find = (id) => root.querySelector(`[id="${CSS.escape(id)}"]`);
    // What was switched on a copy has not been heard yet.
    for (const [id, checked] of boxes) {
      const box = find(id);
      if (box && known.has(id) && known.get(id) !== checked && box.checked !== checked) {
        Object.assign(box, { checked }).dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
    if (focused) find(focused)?.focus();
  };
  const soon = () => setTimeout(check);
  for (const event of ["change", "click"]) scope.addEventListener(event, soon, true);
  page.onChange(soon);
  return () => {
    tries = 0;
    for (const event of ["change", "click"]) scope.removeEventListener(event, soon, true);
  };
}

// How many elements, texts and comments there are in a root.
function nodes(root) {
  const walker = document.createTreeWalker(root);
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;
}

// A visitor who has not asked for a language by the page's address gets the one that the browser prefers.
function otherLanguage(languages) {
  if (window !== window.top || new URLSearchParams(location.search).has("lang")) return;
  const pages = new Map(languages.split(",").map((pair) => pair.split(" ")));
  // The other pages carry their language in their own name.
  if (document.documentElement.lang !== [...pages.keys()][0]) return;
  const wanted = navigator.languages.map((tag) => tag.split("-")[0]).find((language) => pages.has(language));
  if (wanted && wanted !== document.documentElement.lang) return new URL(pages.get(wanted), document.baseURI);
}

// The links to other languages have the scenario in their address at all times: they are opened by a middle click,
// copied and dragged, too.
function carry(hash) {
  for (const link of document.querySelectorAll(".languages a")) link.hash = hash;
}

// From now on they have what is shown, or what was opened, with the parts of it that could not be read. A place on the
// page is no scenario.
function carryScenario(page) {
  const opened = () => {
    if (!document.getElementById(location.hash.slice(1))) carry(location.hash || page.address());
  };
  page.onChange(carry);
  // The program hears of another address first: its listener is older.
  addEventListener("hashchange", opened);
  opened();
}

// The link to the provisions takes the focus along. They take it for this once: for good, a click on any text in them
// would move it to their beginning.
function skipWithFocus() {
  document.querySelector(".skip")?.addEventListener("click", () => {
    const provisions = document.getElementById("provisions");
    if (!provisions) return;
    provisions.tabIndex = -1;
    provisions.focus();
    provisions.addEventListener("blur", () => provisions.removeAttribute("tabindex"), { once: true });
  });
}

// The calculator of the page itself.
async function startPage(names) {
  const other = names.languages && otherLanguage(names.languages);
  if (other) return location.replace(Object.assign(other, { hash: location.hash }));
  carry(location.hash);
  skipWithFocus();
  const notice = document.getElementById("notice");
  const calculators = new Calculators(document, document.baseURI);
  const root = document.getElementById("calculator");
  try {
    const { page } = await calculators.start(root, notice);
    carryScenario(page);
    if (names.frame) (inside ?? (await import(calculators.address("frame")))).inFrame(page);
    if (names.offline) import(calculators.address("offline")).then(({ keepOffline }) => keepOffline()).catch((error) => console.warn(error));
  } catch (error) {
    console.error(error);
    calculators.tellFailure(notice, error);
  }
  document.getElementById("waiting")?.remove();
}

// Not where another page has loaded this for an element of its own.
const names = document.getElementById("boot")?.dataset ?? {};
if (names.pageWasm || inside) startPage(names);
