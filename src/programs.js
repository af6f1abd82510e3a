// The programs of a page and its data: fetched once for all calculators of a document.

// What goes wrong, by the names of texts: what happened, and what to do.
export class LoadError extends Error {
  constructor(what, fillings, advice = "incomplete") {
    super(what);
    Object.assign(this, { what, fillings, advice });
  }
}

// The one file that has everything inside brings its own way to it; see inside.js.
export const inside = globalThis.lawgradeInside;

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

export const isTrap = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;

export class Programs {
  #names;
  #base;
  /** The data, as it stands in the page. */
  lines;
  #loading = {};
  #loaded = new Set();

  // `page` is the page as the build has written it: its start script has the names of the files, as seen from
  // `base`; the lines of the data stand in it, too.
  constructor(page, base) {
    this.#names = page.getElementById("boot")?.dataset ?? {};
    this.#base = base;
    this.lines = page.getElementById("data")?.textContent ?? "";
  }

  address(name) {
    return new URL(this.#names[name], this.#base);
  }

  // A program and the data, read by it: each program has a memory of its own.
  ready(name, again) {
    return this.#once(name, () => this.#load(name, again));
  }

  /** A program that needs no data. */
  program(name, again) {
    return this.#once(name, () => this.#start(name, again));
  }

  /** Has a program that has stopped loaded anew when it is needed again. */
  forget(name, stopped) {
    this.#loaded.delete(stopped);
    delete this.#loading[name];
  }

  // What has failed is tried again when it is asked for again.
  #once(name, load) {
    this.#loading[name] ??= load().catch((error) => {
      delete this.#loading[name];
      throw error;
    });
    return this.#loading[name];
  }

  // A program that has stopped is of no further use; another is as good as new.
  anew(name, stopped) {
    this.forget(name, stopped);
    return this.ready(name, "?anew");
  }

  // Whether it was one of these that has failed. Other programs and scripts of the document have faults of their own.
  areToBlame(error) {
    const files = inside ? [] : ["pageJs", "pageWasm", "toolsJs", "toolsWasm", "frameworkJs", "frameworkWasm", "plannerJs", "plannerWasm", "readerJs", "readerWasm", "makeJs", "makeWasm"].map((name) => this.#names[name]).filter(Boolean);
    const stack = `${error?.stack}`;
    return [...this.#loaded].some((program) => program.stopped()) || files.some((file) => stack.includes(file.split("/").pop()));
  }

  async #load(name, again) {
    const [program, texts] = await Promise.all([this.#start(name, again), name === "page" ? undefined : this.texts(name)]);
    try {
      return { program, data: program.read(this.lines, texts) };
    } catch {
      throw new LoadError("bad_data");
    }
  }

  /** What the page's own program does not say, in the language of the page. The one file has it inside. */
  async texts(name) {
    return inside?.texts[document.documentElement.lang] ?? (await get(this.address(`${name}Texts`))).text();
  }

  async #start(name, again) {
    if (typeof WebAssembly !== "object") {
      throw new LoadError("no_webassembly", {}, "allow_webassembly");
    }
    const program = inside ? await inside.program(name) : await this.#fetched(name, again);
    this.#loaded.add(program);
    return program;
  }

  // Some browsers remember a script that could not be loaded; another address makes them try again.
  async #fetched(name, again = "") {
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
    return program;
  }
}
