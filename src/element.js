// The calculator in an element of somebody else's page, without a frame: in a shadow root, so that neither's
// styles and ids reach the other. All elements of a page share one program. Loaded by embed.js.
import { Calculators } from "./boot.js";

// What a page has around a calculator (notices, explanations, footer) is taken from the page for frames.
// Asked for in this way, a browser makes a document of it and runs nothing in it.
function fetchPage(address) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => (request.status === 200 && request.response ? done(request.response) : fail(new Error(`the server answered ${request.status}`)));
    request.onerror = () => fail(new Error("the calculator’s host does not allow its files in other pages"));
    request.send();
  });
}

// One for each language that elements are in.
const loading = {};
function load(home) {
  loading[home] ??= fetchPage(home).then((page) => {
    return { page, calculators: new Calculators(page, home) };
  });
  loading[home].catch(() => delete loading[home]);
  return loading[home];
}

// The sheets must be there before anything is shown.
function styles(page, home) {
  return [...page.querySelectorAll("link[rel=stylesheet]")].map((sheet) => {
    const link = document.createElement("link");
    const loaded = new Promise((done) => (link.onload = link.onerror = done));
    link.rel = "stylesheet";
    link.href = new URL(sheet.getAttribute("href"), home).href;
    return { link, loaded };
  });
}

// Links to places lead to them within the shadow root, where the browser does not look; others lead to where
// the calculator comes from.
function mendLinks(body, home) {
  for (const link of body.querySelectorAll("a[href]")) {
    const address = link.getAttribute("href");
    if (!address.startsWith("#")) link.href = new URL(address, home).href;
  }
  body.addEventListener("click", (event) => {
    const address = event.target.closest?.("a[href^='#']")?.getAttribute("href");
    if (!address) return;
    event.preventDefault();
    body.querySelector(`[id="${CSS.escape(address.slice(1))}"]`)?.scrollIntoView();
  });
}

// Shows the calculator in the element. `home` is the address of the page for frames; `change` is called with
// the result, now and after each step.
export async function mount(element, home, { theme, parts, address, change }) {
  const { page, calculators } = await load(home);
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const body = document.createElement("div");
  body.className = "framed body";
  body.setAttribute("part", "calculator");
  body.lang = page.documentElement.lang;
  if (theme) body.dataset.theme = theme;
  if (parts) body.dataset.parts = parts;
  // Sizes follow the root's letters. Where a host has made those small to count in tens, we do not shrink.
  const letters = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (letters < 14) body.style.zoom = 16 / letters;
  const around = page.body.cloneNode(true);
  for (const useless of around.querySelectorAll("script, noscript, #waiting, #new-version, .skip")) useless.remove();
  body.append(...around.childNodes);
  mendLinks(body, home);
  const sheets = styles(page, home);
  body.hidden = true;
  root.replaceChildren(...sheets.map(({ link }) => link), body);
  const [running] = await Promise.all([
    calculators.start(body.querySelector("#calculator"), body.querySelector("#notice"), home),
    ...sheets.map(({ loaded }) => loaded),
  ]);
  // A page has one main part, and here that is the host's.
  body.querySelector("[role=main]").role = "group";
  body.hidden = false;
  const calculator = running.page;
  if (address) calculator.open(address, false);
  calculator.onChange((address) => change({ address, total: calculator.total(), max: calculator.max(), grade: calculator.grade() }));
  return {
    open: (address) => calculator.open(address, false),
    dispose() {
      running.dispose();
      root.replaceChildren();
    },
  };
}
