// Starts calculators: the page's own, and those in elements of other pages (element.js). Fetches the programs,
// and whatever goes wrong, the visitor reads what happened and what to do; the published card stays there.

export class LoadError extends Error {
  constructor(what, why, advice) {
    super(`${what}: ${why}`);
    this.advice = advice;
  }
}

// The one file that has everything inside brings its own way to it; see inside.js.
const inside = globalThis.lawgradeInside;

const tryAgain = "Check the connection and load the page again.";
const tellUs = "Load the page again. If that does not help, this copy of the calculator is incomplete.";

async function get(address, what) {
  let response;
  try {
    response = await fetch(address);
  } catch {
    throw new LoadError(what, "it could not be fetched", tryAgain);
  }
  if (!response.ok) throw new LoadError(what, `the server answered ${response.status}`, tellUs);
  return response;
}

const isTrap = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;

// All calculators of one document: they share the programs and the data.
export class Calculators {
  #names;
  #base;
  #lines;
  #loading = {};
  #running = new Map();
  #stopped = false;

  // The names of the files as the build has written them to the start script, the address that they are seen
  // from, and the lines of the data.
  constructor(names, base, lines) {
    this.#names = names;
    this.#base = base;
    this.#lines = lines;
    addEventListener("error", (event) => this.#onFault(event.error));
    addEventListener("unhandledrejection", (event) => this.#onFault(event.reason));
  }

  // Starts one in a root that has the places for it and its tools. What goes wrong later is told in `notice`.
  // `home` is the address of the calculator's own page, where the root is in another. Gives a function that
  // ends it, beside the running calculator.
  async start(root, notice, home) {
    const page = await this.#begin(root, home);
    let tools;
    const begin = (loaded) => (tools = new loaded.program.Tools(loaded.data, root, home, page));
    const forget = this.#onFirstTool(root, begin, !home);
    const dispose = () => {
      forget();
      this.#running.delete(notice);
      tools?.dispose();
      page.dispose();
    };
    // Held until it is disposed of, with its tools: the browser frees in the program what no script holds any more.
    this.#running.set(notice, dispose);
    return { page, dispose };
  }

  // What the build has written into the root is taken over, if it is still just that; what a visitor has switched
  // there already is switched again. Where something has changed it, or taking over fails all the same, the
  // calculator is made anew.
  async #begin(root, home) {
    const { program, data } = await this.#ready("page");
    const boxes = [...root.querySelectorAll("input")].filter(({ checked, defaultChecked }) => checked !== defaultChecked);
    const switched = boxes.map(({ id, checked }) => ({ id, checked }));
    let page;
    try {
      page = new program.Page(data, root, home, nodes(root) === Number(root.dataset.nodes));
    } catch (error) {
      if (!isTrap(error)) throw error;
      // A program that has stopped is of no further use; another is as good as new.
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

  // A program and the data, read by it: each program has a memory of its own.
  #ready(name, again) {
    this.#loading[name] ??= this.#load(name, again).catch((error) => {
      delete this.#loading[name];
      throw error;
    });
    return this.#loading[name];
  }

  async #load(name, again) {
    const program = await this.#program(name, again);
    try {
      return { program, data: program.read(this.#lines) };
    } catch (error) {
      throw new LoadError("The data of the card", error.message, tellUs);
    }
  }

  // Some browsers remember a script that could not be loaded; another address makes them try again.
  async #program(name, again = "") {
    if (typeof WebAssembly !== "object") {
      throw new LoadError(
        "The program",
        "this browser cannot run WebAssembly, or it is switched off",
        "Open the page in another browser, or allow WebAssembly in this one.",
      );
    }
    if (inside) return inside.program(again);
    const bytes = get(this.address(`${name}Wasm`), "The program");
    let program;
    try {
      program = await import(`${this.address(`${name}Js`)}${again}`);
    } catch {
      await bytes.catch(() => {});
      throw new LoadError("The program’s script", "it could not be loaded", tryAgain);
    }
    const response = await bytes;
    try {
      await program.default({ module_or_path: response });
    } catch (error) {
      throw new LoadError("The program", `the browser refused to run it (${error.message})`, tellUs);
    }
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
  // that has failed and another is opened. On the calculator's own page it is loaded when there is nothing else to
  // do, so that it is there when the page is printed.
  #onFirstTool(root, begin, early) {
    const say = (line) => {
      for (const place of root.querySelectorAll(".tool > div")) place.textContent = line;
    };
    let tries = 0;
    let loading = false;
    const load = async (asked) => {
      if (loading) return;
      loading = true;
      if (asked) say("Loading…");
      try {
        const [loaded] = await Promise.all([this.#ready("tools", tries ? `?${tries}` : ""), this.#style(root)]);
        if (forgotten) return;
        begin(loaded);
        root.dataset.tools = "ready";
        forget();
      } catch (error) {
        if (isTrap(error)) return this.#onFault(error);
        console.error(error);
        say(`This part could not be loaded. ${error.message}. Close it and open it again to try once more.`);
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
    if (early) (globalThis.requestIdleCallback ?? setTimeout)(() => load(false), { timeout: 4000 });
    return forget;
  }

  // A panic ends as a trap of the program, and an exception that crosses the program leaves it half-way
  // through its work: either way it can no longer be trusted, wherever it was called from.
  #onFault(error) {
    const ofProgram = isTrap(error) || /\.wasm/.test(error?.stack);
    if (this.#stopped || !ofProgram) return;
    this.#stopped = true;
    for (const notice of this.#running.keys()) {
      tell(
        notice,
        "The calculator has stopped.",
        "A fault in the program ended it. What is on the page no longer follows the switches.",
        "Load the page again to go on.",
      );
    }
  }
}

// How many elements, texts and comments there are in a root.
function nodes(root) {
  const walker = document.createTreeWalker(root);
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;
}

function tell(notice, title, detail, advice) {
  const paragraph = (text) => {
    const element = document.createElement("p");
    element.textContent = text;
    return element;
  };
  const heading = document.createElement("strong");
  heading.textContent = title;
  const reload = document.createElement("button");
  reload.type = "button";
  reload.textContent = "Load again";
  reload.addEventListener("click", () => location.reload());
  notice.replaceChildren(heading, paragraph(detail), paragraph(advice), reload);
  notice.hidden = false;
}

// The calculator of the page itself.
async function startPage(names) {
  const notice = document.getElementById("notice");
  const calculators = new Calculators(names, document.baseURI, document.getElementById("data")?.textContent ?? "");
  const root = document.getElementById("calculator");
  try {
    const { page } = await calculators.start(root, notice);
    document.getElementById("waiting")?.remove();
    if (names.frame) (inside ?? (await import(calculators.address("frame")))).inFrame(page);
    if (names.offline) import(calculators.address("offline")).then(({ keepOffline }) => keepOffline()).catch((error) => console.warn(error));
  } catch (error) {
    console.error(error);
    document.getElementById("waiting")?.remove();
    tell(notice, "The calculator could not start.", `${error.message}.`, error.advice ?? tellUs);
  }
}

// Not where another page has loaded this for an element of its own.
const names = document.getElementById("boot")?.dataset ?? {};
if (names.pageWasm || inside) startPage(names);
