// Puts the calculator into a page of another site: <law-grade>, or any element with data-lawgrade.
//   <script defer src="https://example.org/lawgrade/embed.js"></script>
//   <law-grade address="pic-2019/ct-2019/to=B" theme="auto" height="640"></law-grade>
// Attributes: address, theme (auto, light, dark), parts (panel provisions tools), height until it is known.
// Property: address. Event: lawgrade-change, with { address, total, max, grade } as its detail.
// No module: those need the server to allow other origins by a header, and many static hosts send none.
(() => {
  const home = new URL("embed.html", document.currentScript.src);
  const elements = new Set();
  const tallest = 30000;

  // What a visitor of the page could write must not become another address.
  const clean = (address) => /^#?([\w./,=:%-]+)$/.exec(address ?? "")?.[1] ?? "";

  class LawGrade extends HTMLElement {
    static observedAttributes = ["address", "theme", "parts"];
    #frame;
    #address = "";
    #ready = false;

    get address() {
      return this.#address;
    }

    set address(address) {
      this.#address = clean(`${address ?? ""}`);
      if (this.#ready) this.#send({ type: "set", address: this.#address });
      else if (this.#frame) this.#frame.src = this.#source();
    }

    connectedCallback() {
      elements.add(this);
      this.#address ||= clean(this.getAttribute("address"));
      this.#ready = false;
      this.#frame = Object.assign(document.createElement("iframe"), {
        title: this.getAttribute("title") ?? "Lawgrade: what a change in the law would do to its grade",
        loading: "lazy",
        allow: "clipboard-write; web-share",
        src: this.#source(),
      });
      const height = Number.parseInt(this.getAttribute("height"), 10) || 640;
      Object.assign(this.#frame.style, { display: "block", width: "100%", height: `${height}px`, border: "0" });
      this.replaceChildren(this.#frame);
    }

    disconnectedCallback() {
      elements.delete(this);
      this.#ready = false;
      this.replaceChildren();
      this.#frame = undefined;
    }

    attributeChangedCallback(name, before, now) {
      if (!this.#frame || before === now) return;
      if (name === "address") this.address = now;
      else this.connectedCallback();
    }

    #source() {
      const source = new URL(home);
      source.searchParams.set("host", location.origin);
      for (const name of ["theme", "parts"]) {
        if (this.hasAttribute(name)) source.searchParams.set(name, this.getAttribute(name));
      }
      source.hash = this.#address;
      return source.href;
    }

    #send(message) {
      this.#frame.contentWindow.postMessage({ lawgrade: 1, ...message }, home.origin);
    }

    hears({ source, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow) return;
      if (data.type === "ready") this.#ready = true;
      if (data.type === "resize" && data.height > 0) {
        this.#frame.style.height = `${Math.min(Math.ceil(data.height), tallest)}px`;
      }
      if (data.type === "change") {
        const { address, total, max, grade } = data;
        this.#address = address;
        this.dispatchEvent(new CustomEvent("lawgrade-change", { bubbles: true, detail: { address, total, max, grade } }));
      }
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
      for (const name of ["theme", "parts", "height"]) if (place.dataset[name]) element.setAttribute(name, place.dataset[name]);
      place.replaceChildren(element);
    }
  }
})();
