// The page around a frame, seen from within: who it is, and what may be said to it.
const VERSION = 2;

// Browsers write "null" for hosts without an origin, as files and sandboxes are, and nothing can be sent to those alone.
const nameable = (origin) => (typeof origin === "string" && /^[\w+.-]+:\/\/./.test(origin) && !/^file:/.test(origin) ? origin : undefined);

function originOf(address) {
  try {
    return nameable(new URL(address).origin);
  } catch {
    return undefined;
  }
}

export class Host {
  #named;
  #origin;
  #follow;
  #running;
  #wanted;
  #measure;
  #card;
  #takesCard;
  #heard = false;
  #unheard = false;

  // `named` is the origin that the frame's address names; only that one is listened to then. `follow` is called with
  // the settings that the host changes later.
  constructor({ named, follow }) {
    this.#named = nameable(named);
    this.#origin = this.#named ?? nameable(location.ancestorOrigins?.[0]) ?? originOf(document.referrer);
    this.#follow = follow;
    addEventListener("message", (event) => this.#hears(event));
    this.say("here");
  }

  /** Says what anyone may know who has put the frame there: nothing that a visitor did. */
  say(type, content) {
    window.parent.postMessage({ lawgrade: 1, version: VERSION, type, ...content }, "*");
  }

  /** Tells what a visitor did, to a host that can be named. */
  tell(type, content) {
    try {
      if (this.#origin) return window.parent.postMessage({ lawgrade: 1, version: VERSION, type, ...content }, this.#origin);
    } catch {
      // An origin that this browser cannot send to.
      this.#origin = undefined;
    }
    // A host that has not spoken yet may still have a name, or does not want to hear anything.
    if (this.#heard && !this.#unheard) {
      this.#unheard = true;
      this.say("unheard");
    }
  }

  /** From now on the calculator runs: it reports what it shows, and opens what is set. */
  runs(running) {
    this.#running = running;
    this.say("ready");
    // Hosts need not wait for it.
    if (this.#wanted !== undefined) running.set(this.#wanted);
  }

  #hears({ source, origin, data }) {
    if (source !== window.parent || data?.lawgrade !== 1) return;
    if (this.#named && origin !== this.#named) return;
    this.#heard = true;
    this.#origin = this.#named ?? nameable(origin);
    if (data.type === "hello") this.#greets();
    if (data.type === "settings") this.#follow(data);
    if (data.type === "card" && typeof data.name === "string" && data.bytes instanceof ArrayBuffer) {
      this.#card = data;
      this.#takesCard?.(data);
    }
    if (data.type === "set" && typeof data.address === "string" && data.address.length <= 20000) this.#sets(data.address);
  }

  /** Has `take` called with the file of cards that the host hands over, and whenever it hands over another. */
  onCard(take) {
    this.#takesCard = take;
    if (this.#card) take(this.#card);
  }

  #sets(address) {
    if (this.#running) this.#running.set(address);
    else this.#wanted = address;
  }

  #greets() {
    this.#measure?.();
    if (!this.#running) return;
    this.say("ready");
    this.#running.report();
  }

  /** Keeps the host told how high the content is. */
  followHeight(body) {
    this.#measure = () => this.say("resize", { height: body.getBoundingClientRect().height });
    new ResizeObserver(this.#measure).observe(body);
    // Out of view nothing is observed.
    this.#measure();
  }

  /** Leads to a place: in the frame, and in the host's window when the frame is as high as its content. */
  goTo(place) {
    place.scrollIntoView();
    this.#show(place, "start");
  }

  /** Lets the host's window follow the focus, as this one does by itself. */
  followFocus() {
    // A press must find below it what was there when it began.
    let pressed = false;
    addEventListener("pointerdown", () => (pressed = true), true);
    for (const type of ["pointerup", "pointercancel", "keydown"]) addEventListener(type, () => (pressed = false), true);
    addEventListener("focusin", ({ target }) => pressed || this.#show(target, "nearest"));
  }

  // Once the page has followed, and the host has heard of a new height. Not when it is painted next: what is out of
  // view is not.
  #show(element, align) {
    setTimeout(() => {
      if (!element.isConnected) return;
      this.#measure?.();
      const { top, height } = element.getBoundingClientRect();
      this.say("scroll", { top, height, align });
    });
  }
}
