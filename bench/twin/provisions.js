// The sections with their components and provisions: built once, then only what differs is written.
import { asFigure, basisMark, button, h, liveBasisMark, percent, text } from "./elements.js";

/** The sections, and the function that brings up to date what a step has touched. */
export function provisions(calculator) {
  const switches = new Map(calculator.card.provisions.map((provision) => [provision, []]));
  const components = new Map();
  const sections = calculator.card.sections.map((section) => sectionView(calculator, section, switches, components));
  const update = (touched, scored) => {
    for (const provision of touched) for (const show of switches.get(provision)) show();
    for (const component of scored) components.get(component)();
    for (const [, show] of sections) show();
  };
  return [sections.map(([element]) => element), update];
}

function sectionView(calculator, section, switches, components) {
  const { id, title, max, published } = section;
  const [points, writePoints] = text();
  const [basis, writeBasis] = text();
  const heading = `section-${id}`;
  const own = section.components.flatMap((component) => component.provisions);
  const reset = button(`Reset section ${id}`, () => {
    calculator.reset(own);
    element.querySelector("input").focus();
  });
  const element = h("section", { class: "section", "aria-labelledby": heading },
    h("header", { class: "section-head" },
      h("h2", { id: heading }, h("span", { class: "section-number" }, id), " ", title),
      h("p", { class: "section-points" }, h("span"), h("b", asFigure, points), h("span", {}, basis)),
      h("div", { class: "reset-section" }, reset)),
    ...section.components.map((component) => componentView(calculator, component, switches, components)));
  const update = () => {
    writePoints(`${calculator.sectionPoints.get(section)}`);
    const changed = section.components.some((component) => calculator.scores.get(component).changed);
    element.classList.toggle("changed", changed);
    writeBasis(changed ? ` of ${max} points, reconstructed; published: ${published}` : ` of ${max} points, as published`);
  };
  return [element, update];
}

function componentView(calculator, component, switches, components) {
  const { id, title, max, provisions } = component;
  const filled = h("span", { class: "notches-filled" });
  const notches = h("span", { class: "notches", "aria-hidden": "true" }, filled);
  notches.style.setProperty("--notches", max / calculator.card.step);
  const [points, writePoints] = text();
  const [mark, markBasis] = liveBasisMark();
  const summary = h("summary", {}, "Why these points ", h("span", { class: "visually-hidden" }, `in ${id}`));
  const place = h("div");
  const why = h("details", { class: "why" }, summary, place);
  const explain = () => place.replaceChildren(...(why.open ? [reasons(component, calculator.scores.get(component))] : []));
  why.addEventListener("toggle", explain);
  const reset = button(`Reset component ${id}`, () => {
    calculator.reset(provisions);
    element.querySelector("input").focus();
  });
  const element = h("fieldset", { class: "component", id: `component-${id}` },
    h("legend", {}, h("span", { class: "component-number" }, id), " ", title),
    h("p", { class: "component-points" }, notches, " ", h("b", asFigure, points), ` of ${max} `, mark),
    h("ul", { class: "switches" }, ...provisions.map((provision) => provisionView(calculator, provision, id, switches))),
    h("div", { class: "reset-one" }, reset),
    why);
  components.set(component, () => {
    const score = calculator.scores.get(component);
    element.classList.toggle("changed", score.changed);
    filled.style.width = percent(score.points, max);
    writePoints(`${score.points}`);
    markBasis(score.rung?.basis ?? "reconstructed");
    explain();
  });
  return element;
}

function reasons({ max, note }, { points, rung, next, changed }) {
  const said = [];
  const say = (words, list = []) => {
    const labels = list.map(({ label }) => h("li", {}, label));
    said.push(h("div", {}, h("p", {}, words), ...(labels.length ? [h("ul", {}, ...labels)] : [])));
  };
  const begin = `${points} of ${max} points.`;
  if (rung) say(`${begin} In this scenario the law has:`, rung.needs);
  else say(`${begin} Nothing in this scenario’s law earns any here.`);
  if (next) say(`The nearest way to ${next.rung.points} ${next.rung.points === 1 ? "point" : "points"} is to add:`, next.missing);
  else say("Adding law earns no more here.");
  if (note && !changed) say(`How the card was read: ${note}`);
  say(bases[rung?.basis ?? "reconstructed"]);
  return h("div", {}, ...said);
}

const bases = {
  published: "The number of points is published.",
  statute: "The number of points is set by statute.",
  reconstructed: "The number of points is our reconstruction: the card prints points for whole sections only.",
  assumed: "The number of points is an assumption: no source mentions it.",
};

function provisionView(calculator, provision, within, switches) {
  const { place, label, inLaw } = provision;
  const id = `${within}-${provision.id}`;
  const box = h("input", { type: "checkbox", id, autocomplete: "off", "aria-describedby": `${id}-finding` });
  box.addEventListener("change", () => calculator.set(provision, box.checked));
  const words = h("div", { class: "provision-text" },
    h("label", { for: id }, label, h("span", { class: "changed-mark" }, inLaw ? "removed" : "added")),
    finding(provision, within, `${id}-finding`));
  const element = h("li", { class: "provision" }, box, words);
  let lock;
  if (!inLaw) {
    lock = h("button", { type: "button", class: "lock" }, "Leave out of plans", h("span", { class: "visually-hidden" }, ": ", label));
    lock.addEventListener("click", () => calculator.lock(provision));
    words.append(lock);
  }
  switches.get(provision).push(() => {
    box.checked = calculator.law[place];
    element.classList.toggle("changed", calculator.law[place] !== inLaw);
    if (lock) lock.ariaPressed = `${calculator.now.locked.has(place)}`;
  });
  return element;
}

function finding({ inLaw, finding, citations, basis, components }, within, id) {
  const elsewhere = components.map((component) => component.id).filter((component) => component !== within);
  const cited = citations.length ? `${inOneLine(citations)}. ` : "";
  return h("p", { class: "finding", id },
    h("b", {}, inLaw ? "In law. " : "Not in law. "),
    `${finding} ${cited}`,
    basisMark(basis),
    elsewhere.length ? ` Counts in ${elsewhere.join(", ")} too.` : "");
}

function inOneLine(citations) {
  let code = "";
  return citations
    .map(({ text, unconfirmed }) => {
      const [named, place] = text.split(/§(.*)/);
      const line = `${named !== code || !place ? named : ""}${place ? `§\u{a0}${place.trimStart()}` : ""}`;
      code = named;
      return `${line}${unconfirmed ? " (unconfirmed)" : ""}`;
    })
    .join("; ");
}
