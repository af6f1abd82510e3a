// The front page (front.html): finds a card while a visitor types. All of them stand in the page, so that they can be read
// without this.
import { find } from "./find.js";
import { keepPage } from "./keep.js";
import { keepAsked, leaveForOtherLanguage } from "./languages.js";
import { filled, made } from "./made.js";

const SHOWN = 12;
const names = document.getElementById("boot").dataset;
const root = document.getElementById("cards");
const { none, found, more } = root.dataset;
const [form, field, status, list] = ["form", "#find", "[role=status]", ".found"].map((part) => root.querySelector(part));
const hint = status.textContent;

const cards = [...root.querySelectorAll(".names li")].map((item) => {
  const link = item.querySelector("a");
  const framework = item.closest("section").querySelector("h3").textContent;
  return { names: [link.textContent, ...item.dataset.also.split("|")], link, framework, result: item.querySelector("span").textContent };
});

function show() {
  const wanted = field.value.trim();
  const all = wanted ? find(cards, wanted, document.documentElement.lang) : [];
  list.replaceChildren(...all.slice(0, SHOWN).map(({ link, framework, result }) => {
    const item = made("li", "");
    item.append(link.cloneNode(true), " ", made("span", `${framework}: ${result}`));
    return item;
  }));
  const rest = all.length - SHOWN;
  if (!wanted) status.textContent = hint;
  else if (!all.length) status.textContent = none;
  else status.textContent = [filled(found, { number: all.length }), rest > 0 ? filled(more, { number: rest }) : ""].join(" ").trim();
}

// Marks the calculators that open without a network, and says so to whoever was led here since another does not.
async function tellKept() {
  const address = new URL(location);
  if (address.searchParams.has("unkept")) {
    document.getElementById("unkept").hidden = false;
    address.searchParams.delete("unkept");
    history.replaceState(history.state, "", address);
  }
  for (const link of root.querySelectorAll("h3 a")) {
    if (await globalThis.caches?.match(link.href, { ignoreSearch: true })) link.parentElement.after(made("p", root.dataset.kept, { className: "note" }));
  }
}

function startPage() {
  if (leaveForOtherLanguage(names.languages)) return;
  keepAsked();
  field.addEventListener("input", show);
  // What was typed before this was here.
  if (field.value) show();
  // Enter opens the best that was found.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  tellKept().catch((error) => console.warn(error));
  // A visitor for whom the calculator is kept gets this page from what is kept, so it looks for what is new as well. For
  // others nothing is kept before they come to the calculator.
  if (!navigator.serviceWorker?.controller) return;
  keepPage(new URL(names.offline, document.baseURI));
}

startPage();
