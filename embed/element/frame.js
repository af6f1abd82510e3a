// The calculator in a frame, seen from the host. It is told apart from other frames by its window; where it comes
// from is learned from its first message, since the address may have led to another name.
import { paper } from "./paper.js";

const TALLEST = 30000;
// How long after its page has been loaded, or since it came near, a frame may say nothing.
const LATE = 2500;
const SILENT = 20000;
// What the two can say to each other; a page for frames from before there were versions says none.
const VERSION = 2;
const heard = ["message", "securitypolicyviolation"];

export class Frame {
  #place;
  #frame;
  #marker;
  #paper;
  #window;
  #hears;
  #origin = "*";
  #version = 0;
  #ready = false;
  #wanted;
  #card;
  #told;
  #timer;
  #near = false;
  #loaded = false;

  // `hears` has `change`, `fails`, `runs` and `isDeaf`: what the element does with what the frame says.
  constructor(place, { source, settings, title, height }, hears) {
    this.#place = place;
    this.#hears = hears;
    const page = place.ownerDocument;
    this.#window = page.defaultView;
    this.#frame = page.createElement("iframe");
    // The settings are in the name, too: hosts with clean addresses drop the query when they redirect.
    Object.assign(this.#frame, { title, loading: "lazy", allow: "clipboard-write; web-share", name: `lawgrade?${settings}`, src: source });
    // An isolated page shows only frames that are isolated as well, or that get nothing of what the browser keeps.
    if (this.#window.crossOriginIsolated) this.#frame.credentialless = true;
    Object.assign(this.#frame.style, { display: "block", width: "100%", height, border: "0" });
    this.#frame.addEventListener("load", () => {
      this.#loaded = true;
      this.#post({ type: "hello" });
      this.#wait();
    });
    this.#marker = page.createElement("div");
    Object.assign(this.#marker.style, { position: "absolute", left: "0", width: "1px", scrollMargin: "6rem 0 2rem", visibility: "hidden", pointerEvents: "none" });
    place.style.position = "relative";
    place.replaceChildren(this.#frame);
    for (const type of heard) this.#window.addEventListener(type, this);
  }

  end() {
    clearTimeout(this.#timer);
    for (const type of heard) this.#window.removeEventListener(type, this);
    this.#place.replaceChildren();
  }

  set title(title) {
    this.#frame.title = title;
  }

  open(address) {
    this.#wanted = address;
    this.#sendWanted();
  }

  /** Hands over the host's own card, now and whenever the frame is loaded anew. */
  carry(card) {
    this.#card = card;
    if (this.#version) this.#post({ type: "card", ...card });
  }

  // Gives false where the frame is too old to hear of it.
  follow(settings) {
    if (this.#version < VERSION) return this.#version === 0 && !this.#loaded;
    this.#post({ type: "settings", ...settings });
    return true;
  }

  comesNear() {
    this.#near = true;
    this.#wait();
  }

  // A frame that is not shown is loaded late or never, and nothing is wrong with it.
  #wait() {
    if (!this.#near || this.#version > 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#isSilent(), this.#loaded ? LATE : SILENT);
  }

  #isSilent() {
    // A page that isolates itself may still show it without what the browser keeps.
    if (this.#frame.credentialless === false) {
      this.#frame.credentialless = true;
      this.#loaded = false;
      this.#frame.src = this.#frame.src;
      return this.#wait();
    }
    this.#fail();
  }

  #fail() {
    clearTimeout(this.#timer);
    this.#near = false;
    this.#frame.style.display = "none";
    this.#hears.fails("not-loaded");
  }

  #post(message) {
    this.#frame.contentWindow?.postMessage({ lawgrade: 1, version: VERSION, ...message }, this.#origin);
  }

  #sendWanted() {
    if (!this.#ready || this.#wanted === undefined) return;
    this.#post({ type: "set", address: this.#wanted });
    if (this.#version < VERSION) this.#wanted = undefined;
  }

  handleEvent(event) {
    if (event.type === "securitypolicyviolation") {
      // Not every browser says by an event of the frame that the page's policy forbids it.
      if (event.effectiveDirective === "frame-src" && this.#frame.src.startsWith(event.blockedURI)) this.#fail();
      return;
    }
    const { source, origin, data } = event;
    if (source !== this.#frame.contentWindow || data?.lawgrade !== 1) return;
    const first = this.#version === 0;
    // The page for frames has been loaded, perhaps once more.
    if (first || data.type === "here") {
      clearTimeout(this.#timer);
      this.#origin = origin === "null" || /^file:/.test(origin) ? "*" : origin;
      this.#version = data.version ?? 1;
      this.#ready = false;
      this.#frame.style.display = "block";
      this.#hears.runs();
      this.#post({ type: "hello" });
      if (this.#card) this.#post({ type: "card", ...this.#card });
    }
    this.#heard(data);
  }

  #heard(data) {
    if (data.type === "ready") {
      this.#ready = true;
      this.#sendWanted();
    }
    if (data.type === "resize" && data.height > 0) this.#frame.style.height = `${Math.min(Math.ceil(data.height), TALLEST)}px`;
    if (data.type === "scroll") this.#scroll(data);
    if (data.type === "change") {
      // Until a frame confirms it, what is set may meet one that is just being loaded anew.
      if (data.set === undefined ? this.#ready && data.address !== this.#told : data.set === this.#wanted) this.#wanted = undefined;
      this.#told = data.address;
      this.#hears.change(data);
    }
    // A sheet is of what was shown when it was made.
    if (data.type === "change" || data.type === "here") this.#paper?.remove();
    if (data.type === "paper") this.#print(data.sheet);
    if (data.type === "unheard") this.#hears.isDeaf();
    if (data.type === "failed") this.#hears.fails(data.code, data.sentence, data.remedy);
  }

  #print(sheet) {
    this.#paper?.remove();
    this.#paper = paper(this.#place.ownerDocument, sheet);
    this.#frame.before(this.#paper);
  }

  // Goes to a place in the frame. It is as high as its content, so that the host's window scrolls; a mark over the
  // place takes all into account that the host has around it.
  #scroll({ top, height, align }) {
    if (!(top >= 0 && height >= 0)) return;
    const { innerHeight } = this.#window;
    const above = this.#place.getBoundingClientRect().top + top;
    // What fills the window anyway is in view as soon as a part of it is.
    const tall = height > innerHeight / 2;
    if (tall && align !== "start" && above < innerHeight && above + height > 0) return;
    Object.assign(this.#marker.style, { top: `${top}px`, height: `${tall ? 0 : height}px` });
    this.#place.append(this.#marker);
    this.#marker.scrollIntoView({ block: tall || align === "start" ? "start" : "nearest" });
    this.#marker.remove();
  }
}
