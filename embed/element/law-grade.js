// The element <law-grade>: a frame, or with `frameless` a part of the page, in a shadow root, so that neither the page's
// styles nor its scripts take it for their own.
import { asked, onTurn } from "./around.js";
import { Echoes } from "./echoes.js";
import { cardOf } from "./card.js";
import { Frame } from "./frame.js";
import { home, homeOf } from "./home.js";
import { style as paperStyle } from "./paper.js";

const languages = "[[languages]]".split(" ");
// Those that have pages of their own.
const frameworks = "[[frameworks]]".split(" ");
const texts = "[[texts]]";

// Attributes that are properties as well, for frameworks that set those.
const properties = ["framework", "card", "data", "view", "theme", "parts", "frameless", "height", "src"];
const style = `:host{display:block}:host([hidden]:not([hidden=until-found])){display:none}${paperStyle}`;

// An element starts when it comes near, and only then can it be late.
const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) target.comesNear();
  },
  { rootMargin: "50%" },
);

export class LawGrade extends HTMLElement {
  static observedAttributes = [...properties, "address", "lang", "title", "style", "class"];
  #root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
  #slot;
  #place;
  #failure;
  #frame;
  #mounted;
  #address = "";
  #echoes = new Echoes();
  // Whether the frame may not tell this page what it shows.
  #deaf = false;
  #settings = "";
  #told;
  #forgets;
  // Another whenever the element is put in or taken out: what was begun before then is of no use.
  #turn;

  get address() {
    return this.#address;
  }

  set address(address) {
    const clean = cleaned(address);
    if (!this.#turn) this.#address = clean;
    else if (this.#framework(clean) !== this.#framework()) {
      // It is in a page of another framework.
      this.#address = clean;
      this.#anew();
    } else if (this.#deaf || this.#echoes.isNews(clean, this.#address)) {
      this.#address = clean;
      (this.#mounted ?? this.#frame)?.open(clean);
    }
  }

  connectedCallback() {
    for (const name of ["address", ...properties]) this.#takeOver(name);
    this.#begin();
  }

  disconnectedCallback() {
    this.#turn = undefined;
    near.unobserve(this);
    this.#forgets?.();
    this.#mounted?.dispose();
    this.#frame?.end();
    this.#forgets = this.#frame = this.#mounted = this.#told = undefined;
    this.#root.replaceChildren();
  }

  // A page that moves it without taking it out (`moveBefore`) leaves it as it is.
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, now) {
    const turn = this.#turn;
    if (before === now) return;
    if (["address", "framework", "card"].includes(name)) this.address = this.#named();
    else if (!turn) return;
    else if (name === "title" && this.#frame) this.#frame.title = this.#title();
    else if (["data", "frameless", "lang", "src", "view"].includes(name)) {
      // Frameworks set several one after the other.
      queueMicrotask(() => turn === this.#turn && this.#anew());
    } else if (name !== "height") this.#follow();
  }

  comesNear() {
    near.unobserve(this);
    if (this.#frame) this.#frame.comesNear();
    else this.#mount();
  }

  // What was set before the element was defined hides the property of its class.
  #takeOver(name) {
    if (!Object.prototype.hasOwnProperty.call(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  #named() {
    const [framework, card] = [this.getAttribute("framework"), this.getAttribute("card")];
    return this.getAttribute("address") ?? (framework && card && `${framework}/${card}`);
  }

  // The framework of an address, or of all its cards, if it has a page of its own. One that is brought may have its name.
  #framework(address = this.#address) {
    if (this.hasAttribute("data")) return undefined;
    const id = address.split(/[@/]/)[0] || this.getAttribute("framework");
    return frameworks.includes(id) ? id : undefined;
  }

  #anew() {
    this.disconnectedCallback();
    if (this.isConnected) this.#begin();
  }

  #begin() {
    this.#turn = {};
    this.#settings = "";
    const page = this.ownerDocument;
    this.#place = page.createElement("div");
    this.#failure = page.createElement("div");
    this.#failure.hidden = true;
    this.#slot = page.createElement("slot");
    this.#slot.hidden = true;
    this.#slot.addEventListener("slotchange", () => this.#showChildren());
    this.#root.replaceChildren(this.#place, this.#failure, this.#slot);
    dress(this.#root);
    this.#showChildren();
    this.#forgets = onTurn(() => this.#follow());
    if (this.hasAttribute("frameless") && this.getAttribute("parts") !== "short" && home() && !this.hasAttribute("data") && !this.#framework()) this.#place.style.minHeight = this.#height();
    else this.#inFrame();
    near.observe(this);
  }

  async #mount() {
    const turn = this.#turn;
    try {
      const { mount } = await import(new URL("[[element]]", home()));
      if (this.#turn !== turn) return;
      const page = pageFor(home(), this.#language());
      const handlers = { change: (detail) => this.#changed(detail), fails: (code, sentence, remedy) => this.#tell(code, sentence, remedy) };
      const mounted = await mount(this.#place, page.href, { ...asked(this), address: this.#address, ...handlers });
      if (this.#turn !== turn) return mounted.dispose();
      this.#mounted = mounted;
      this.#place.style.minHeight = "";
      this.#follow();
    } catch (error) {
      if (this.#turn !== turn) return;
      console.warn(`Lawgrade is shown in a frame: ${error.message}`);
      this.#inFrame();
      near.observe(this);
    }
  }

  #inFrame() {
    this.#place.style.minHeight = "";
    const from = homeOf(this);
    if (!from) return this.#fail("no-home");
    const settings = new URLSearchParams(Object.entries({ host: self.origin, ...asked(this) }).filter(([, value]) => value));
    const card = this.getAttribute("data");
    const page = card ? "brought" : framePage(this.#framework());
    const source = Object.assign(pageFor(from, this.#language(), page), { search: settings, hash: this.#address });
    const hears = {
      change: (detail) => this.#changed(detail),
      fails: (code, sentence, remedy) => (sentence ? this.#tell(code, sentence, remedy) : this.#fail(code)),
      runs: () => (this.#failure.hidden = true, this.#showChildren()),
      isDeaf: () => {
        this.#deaf = true;
        warnOnce(texts.en.unheard);
      },
    };
    this.#settings = JSON.stringify(asked(this));
    this.#frame = new Frame(this.#place, { source: source.href, settings, title: this.#title(), height: this.#height() }, hears);
    if (card) this.#carry(card);
  }

  // The host's own card: this page fetches it, and the frame gets its bytes.
  async #carry(address) {
    const [turn, frame] = [this.#turn, this.#frame];
    try {
      const card = await cardOf(new URL(address, this.ownerDocument.baseURI), Number(this.dataset.limit) || undefined);
      if (turn === this.#turn) frame.carry(card);
    } catch (error) {
      if (turn !== this.#turn) return;
      near.unobserve(this);
      frame.end();
      this.#frame = undefined;
      console.warn(`Lawgrade: ${address}: ${error.message}`);
      this.#fail(error instanceof RangeError ? "card-too-large" : "no-card");
    }
  }

  #follow() {
    if (!this.#turn) return;
    const settings = asked(this);
    const written = JSON.stringify(settings);
    if (written === this.#settings) return;
    this.#settings = written;
    if (this.#mounted) this.#mounted.follow(settings);
    else if (this.#frame && !this.#frame.follow(settings)) this.#anew();
  }

  #height() {
    return `${Number.parseInt(this.getAttribute("height"), 10) || 640}px`;
  }

  // The language of the element, or else of the part of the page that it stands in, across shadow roots.
  #language() {
    for (let at = this; at; at = at.getRootNode().host) {
      const spoken = at.closest("[lang]")?.lang;
      if (spoken) return spoken.split("-")[0].toLowerCase();
    }
    return "en";
  }

  #says = (name) => (texts[this.#language()] ?? texts.en)[name];
  #title = () => this.getAttribute("title") ?? this.#says("title");

  #changed({ address, total, max, grade, set }) {
    this.#address = address;
    const detail = { address, total, max, grade };
    const written = JSON.stringify(detail);
    if (written === this.#told) return;
    if (this.#told === undefined || set !== undefined) this.#echoes.confirms();
    else this.#echoes.tells(address);
    this.#told = written;
    this.#dispatch("change", detail);
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(`lawgrade-${name}`, { bubbles: true, composed: true, detail }));
  }

  #tell(code, sentence, remedy) {
    this.#dispatch("error", { code, sentence, remedy });
  }

  // It cannot be shown here: that is said in its place, with the way to its own page, and to the host.
  #fail(code) {
    const name = code.replaceAll("-", "_");
    const [sentence, remedy] = [this.#says(name), this.#says(`${name}_remedy`)];
    const from = homeOf(this);
    const page = this.ownerDocument;
    const line = Object.assign(page.createElement("p"), { textContent: `${sentence} ` });
    Object.assign(line.style, { margin: "0", padding: "1em", border: "1px solid" });
    if (this.hasAttribute("data") && code !== "not-loaded") line.append(remedy);
    else if (from) {
      const href = Object.assign(pageFor(from, this.#language(), ownPage(this.#framework())), { hash: this.#address }).href;
      line.append(Object.assign(page.createElement("a"), { href, target: "_blank", rel: "noopener", textContent: this.#says("open") }));
    }
    this.#failure.setAttribute("role", "alert");
    this.#failure.hidden = false;
    this.#failure.replaceChildren(line);
    this.#showChildren();
    warnOnce(`${texts.en[name]} ${texts.en[`${name}_remedy`]}`);
    this.#tell(code, sentence, remedy);
  }

  // Children are for where it does not start: a link, a word of waiting. With <law-grade /> they are the rest of the
  // article, which HTML has put into the element, and nothing of that may vanish.
  #showChildren() {
    const from = homeOf(this);
    const isFallback = (child) =>
      /^(a|script|style|template|noscript)$/.test(child.localName) || !child.textContent.trim() || (from && [...child.querySelectorAll("a")].some(({ href }) => href.startsWith(from)));
    const article = !this.#slot.assignedElements({ flatten: true }).every(isFallback);
    if (article && this.#slot.hidden) warnOnce("<law-grade /> does not end the element in HTML. Write <law-grade></law-grade>.");
    this.#slot.hidden = this.#failure.hidden && !article;
  }
}

for (const name of properties) {
  Object.defineProperty(LawGrade.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return name === "frameless" ? this.hasAttribute(name) : this.getAttribute(name);
    },
    set(value) {
      if (value === null || value === undefined || value === false) this.removeAttribute(name);
      else this.setAttribute(name, value === true ? "" : value);
    },
  });
}

const warned = new Set();
function warnOnce(sentence) {
  if (!warned.has(sentence)) console.warn(`Lawgrade: ${sentence}`);
  warned.add(sentence);
}

const cleaned = (address) => `${address ?? ""}`.trim().replace(/^#/, "").slice(0, 20000);

// The page for frames, and the page itself, of a framework that has one, or of the calculator.
const framePage = (framework) => (framework ? `frameworks/embed-${framework}` : "embed");
const ownPage = (framework) => (framework ? `frameworks/${framework}` : "connecticut");

// A page of the calculator in a language: English has the plain name.
function pageFor(from, language, stem = framePage()) {
  return new URL(languages.includes(language) ? `${stem}.${language}.html` : `${stem}.html`, from);
}

// A sheet that is made by a script needs no leave from the page's policy. Safari before 16.4 knows none.
function dress(root) {
  const page = root.ownerDocument;
  try {
    const sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.prepend(Object.assign(page.createElement("style"), { textContent: style }));
  }
}
