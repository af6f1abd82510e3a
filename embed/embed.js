// Puts the calculator into a page of another site: <law-grade>, or any element with data-lawgrade.
//   <script defer src="https://example.org/lawgrade/embed.js"></script>
//   <law-grade address="pic-2019/ct-2019/to=B" theme="auto" height="640"></law-grade>
// Attributes: address, or framework and card; theme (auto, light, dark); parts (panel provisions tools); height
// until it is known; lang, if it is another than the page's; frameless, to be part of the page itself. Style: --lawgrade-accent and others.
// Property: address. Event: lawgrade-change, with { address, total, max, grade } as its detail.
// No module: those need the server to allow other origins by a header, and many static hosts send none.
(() => {
  const home = new URL("embed.html", document.currentScript.src);
  const elements = new Set();
  const tallest = 30000;
  const attributes = ["address", "framework", "card", "theme", "parts", "lang", "frameless"];
  const languages = "[[languages]]".split(" ");
  // What a host may set of the calculator's looks, as --lawgrade-….
  const looks = ["paper", "paper-raised", "ink", "ink-soft", "rule", "rule-strong", "accent", "accent-soft", "on-accent", "focus", "serif", "sans"];

  // What a visitor of the page could write must not become another address.
  const clean = (address) => /^#?([\w./,=:%-]+)$/.exec(address ?? "")?.[1] ?? "";

  // Without a frame, an element starts when it comes near.
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) target.comesNear();
    },
    { rootMargin: "50%" },
  );

  class LawGrade extends HTMLElement {
    static observedAttributes = attributes;
    #frame;
    #mounted;
    #address = "";
    #ready = false;
    // Another whenever the element is put in or taken out: what was begun before then is of no use.
    #turn;

    get address() {
      return this.#address;
    }

    set address(address) {
      this.#address = clean(`${address ?? ""}`);
      if (this.#mounted) this.#mounted.open(this.#address);
      else if (this.#ready) this.#send({ type: "set", address: this.#address });
      else if (this.#frame) this.#frame.src = this.#source();
    }

    connectedCallback() {
      const [framework, card] = [this.getAttribute("framework"), this.getAttribute("card")];
      this.#address ||= clean(this.getAttribute("address") ?? (framework && card && `${framework}/${card}`));
      this.#turn = {};
      this.style.display ||= "block";
      if (!this.hasAttribute("frameless")) return this.#inFrame();
      this.style.minHeight = this.#height();
      near.observe(this);
    }

    disconnectedCallback() {
      this.#turn = undefined;
      near.unobserve(this);
      elements.delete(this);
      this.#mounted?.dispose();
      this.#ready = this.#frame = this.#mounted = undefined;
      this.replaceChildren();
    }

    attributeChangedCallback(name, before, now) {
      if (!this.#turn || before === now) return;
      if (name === "address") {
        this.address = now;
        return;
      }
      this.disconnectedCallback();
      this.connectedCallback();
    }

    async comesNear() {
      near.unobserve(this);
      const turn = this.#turn;
      try {
        const { mount } = await import(new URL("[[element]]", home));
        const change = (detail) => this.#changed(detail);
        const [theme, parts] = [this.getAttribute("theme"), this.getAttribute("parts")];
        if (this.#turn !== turn) return;
        const mounted = await mount(this, this.#home().href, { theme, parts, address: this.#address, change });
        if (this.#turn !== turn) return mounted.dispose();
        this.#mounted = mounted;
        this.style.minHeight = "";
      } catch (error) {
        console.warn(`Lawgrade is shown in a frame: ${error.message}`);
        if (this.#turn === turn) this.#inFrame();
      }
    }

    #height() {
      return `${Number.parseInt(this.getAttribute("height"), 10) || 640}px`;
    }

    #inFrame() {
      elements.add(this);
      this.#ready = false;
      this.#frame = Object.assign(document.createElement("iframe"), {
        title: this.getAttribute("title") ?? "Lawgrade: what a change in the law would do to its grade",
        loading: "lazy",
        allow: "clipboard-write; web-share",
        src: this.#source(),
      });
      Object.assign(this.#frame.style, { display: "block", width: "100%", height: this.#height(), border: "0" });
      (this.shadowRoot ?? this).replaceChildren(this.#frame);
    }

    // The page for frames in the language of the element, or else of the part of the page that it stands in.
    #home() {
      const language = this.closest("[lang]")?.lang.split("-")[0];
      return languages.includes(language) ? new URL(`embed.${language}.html`, home) : new URL(home);
    }

    #source() {
      const source = this.#home();
      source.searchParams.set("host", location.origin);
      for (const name of ["theme", "parts"]) {
        if (this.hasAttribute(name)) source.searchParams.set(name, this.getAttribute(name));
      }
      const style = getComputedStyle(this);
      const set = looks.map((name) => [name, style.getPropertyValue(`--lawgrade-${name}`).trim()]).filter(([, value]) => value);
      if (set.length > 0) source.searchParams.set("style", set.map((pair) => pair.join(":")).join(";"));
      source.hash = this.#address;
      return source.href;
    }

    #send(message) {
      this.#frame.contentWindow.postMessage({ lawgrade: 1, ...message }, home.origin);
    }

    #changed({ address, total, max, grade }) {
      this.#address = address;
      this.dispatchEvent(new CustomEvent("lawgrade-change", { bubbles: true, detail: { address, total, max, grade } }));
    }

    hears({ source, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow) return;
      if (data.type === "ready") this.#ready = true;
      if (data.type === "resize" && data.height > 0) {
        this.#frame.style.height = `${Math.min(Math.ceil(data.height), tallest)}px`;
      }
      if (data.type === "change") this.#changed(data);
    }
  }

  // The script may be on a page twice: the first one does it all.
  if (!customElements.get("law-grade")) {
    addEventListener("message", (event) => {
      if (event.origin !== home.origin || event.data?.lawgrade !== 1) return;
      for (const element of elements) element.hears(event);
    });
    customElements.define("law-grade", LawGrade);
    for (const place of document.querySelectorAll("[data-lawgrade]")) {
      const element = document.createElement("law-grade");
      element.setAttribute("address", place.dataset.lawgrade);
      for (const name of [...attributes.slice(1), "height"]) if (name in place.dataset) element.setAttribute(name, place.dataset[name]);
      place.replaceChildren(element);
    }
  }
})();
