// Drafts of authors, kept in the browser. Each has a version, by which two tabs notice that both change it, and states that the
// author has named.
const NAME = "lawgrade-drafts";

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export class Drafts {
  #locale;
  #opening;
  #channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(NAME) : undefined;

  constructor(locale) {
    this.#locale = locale;
  }

  /** All drafts without what is in them, the last that was changed first. */
  async all() {
    const drafts = await done((await this.#store("readonly")).getAll());
    drafts.sort((one, other) => other.time - one.time);
    return drafts.map(({ book: _, ...draft }) => this.#told(draft));
  }

  async open(id) {
    const draft = await done((await this.#store("readonly")).get(id));
    return draft && this.#told(draft);
  }

  /** Keeps a draft and gives its version; nothing, where the one that is kept is not of the version that this one was made of. */
  async keep(draft) {
    const store = await this.#store("readwrite");
    const { version } = (await done(store.get(draft.id))) ?? { version: 0 };
    if (version !== draft.version) return undefined;
    const next = { ...draft, version: version + 1, time: Date.now() };
    await done(store.put(next));
    this.#channel?.postMessage(draft.id);
    return next.version;
  }

  /** Forgets a draft with its states. */
  async remove(id) {
    await done((await this.#store("readwrite")).delete(id));
    const states = await this.#store("readwrite", "states");
    const keys = await done(states.index("draft").getAllKeys(id));
    await Promise.all(keys.map((key) => done(states.delete(key))));
    this.#channel?.postMessage(id);
  }

  /** The states of a draft without what is in them, the last first. */
  async states(draft) {
    const states = await done((await this.#store("readonly", "states")).index("draft").getAll(draft));
    states.sort((one, other) => other.time - one.time);
    return states.map(({ book: _, ...state }) => this.#told(state));
  }

  async keepState(state) {
    const time = Date.now();
    await done((await this.#store("readwrite", "states")).put({ ...state, id: `${time}-${Math.random()}`, time }));
  }

  async openState(id) {
    const state = await done((await this.#store("readonly", "states")).get(id));
    return state && this.#told(state);
  }

  async removeState(id) {
    await done((await this.#store("readwrite", "states")).delete(id));
  }

  onOthers(follow) {
    this.#channel?.addEventListener("message", ({ data }) => follow(data));
  }

  /** The draft that this tab had open. */
  last() {
    try {
      return sessionStorage.getItem(NAME) || undefined;
    } catch {
      return undefined;
    }
  }

  remember(id) {
    try {
      sessionStorage.setItem(NAME, id);
    } catch {
      // Then the list of drafts has it.
    }
  }

  #told({ time, ...draft }) {
    return { ...draft, changed: new Date(time).toLocaleString(this.#locale, { dateStyle: "medium", timeStyle: "short" }) };
  }

  async #store(mode, name = "drafts") {
    this.#opening ??= this.#opened().catch((error) => {
      this.#opening = undefined;
      throw error;
    });
    return (await this.#opening).transaction(name, mode).objectStore(name);
  }

  async #opened() {
    const request = indexedDB.open(NAME, 2);
    request.onupgradeneeded = ({ oldVersion }) => {
      const { result: opened } = request;
      if (oldVersion < 1) opened.createObjectStore("drafts", { keyPath: "id" });
      opened.createObjectStore("states", { keyPath: "id" }).createIndex("draft", "draft");
    };
    const opened = await done(request);
    // A later release may have other stores: it is not kept waiting.
    opened.onversionchange = () => {
      opened.close();
      this.#opening = undefined;
    };
    return opened;
  }
}
