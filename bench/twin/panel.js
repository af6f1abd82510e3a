// The grade panel: built once, then only what differs is written.
import { change } from "./calculator.js";
import { bandAbove } from "./scoring.js";
import { asFigure, basisMark, h, percent, text } from "./elements.js";

/** The panel, and the function that brings it up to date. */
export function panel(calculator) {
  const { card } = calculator;
  const [grade, writeGrade] = text();
  const [total, writeTotal] = text();
  const [standing, writeStanding] = text();
  const [distance, writeDistance] = text();
  const [certainty, writeCertainty] = text();
  const [changes, writeChanges] = text();
  const moved = h("p", { class: "change" }, h("span", { id: "change" }, standing), " ", basisMark("reconstructed"));
  const action = (name, act) => {
    const element = h("button", { type: "button", "aria-disabled": "false" }, name);
    element.addEventListener("click", act);
    return element;
  };
  const undo = action("Undo", () => calculator.undo());
  const redo = action("Redo", () => calculator.redo());
  const reset = action("Reset", () => calculator.reset());
  const share = action("Share", () => (document.getElementById("tool-take-away").parentNode.open = true));
  const [ruler, updateRuler] = gradeRuler(calculator);
  const [bars, updateBars] = sectionBars(calculator);
  const element = h("section", { class: "panel", part: "panel", "aria-labelledby": "grade-heading" },
    h("h2", { id: "grade-heading", class: "visually-hidden" }, "The grade"),
    h("div", { class: "result" },
      h("p", { class: "letter" }, h("span", { class: "visually-hidden" }, "Grade "), h("span", { id: "grade", ...asFigure }, grade), h("span", { class: "visually-hidden" })),
      h("div", { class: "figures" }, h("p", { class: "total" }, h("b", { id: "total", ...asFigure }, total), ` of ${card.max}`), moved)),
    h("p", { class: "standing" }, distance),
    h("div", { class: "actions" }, undo, redo, reset, share),
    h("div", { class: "panel-more" },
      h("p", { class: "certainty" }, h("span", {}, certainty), " ", h("a", { href: "#readings" }, "What is a reading?")),
      ruler, bars,
      h("p", { class: "changes" }, changes)));
  const idle = (element, is) => {
    if (element.ariaDisabled !== `${is}`) element.ariaDisabled = `${is}`;
  };
  const update = () => {
    const { size } = calculator.now.switched;
    writeGrade(calculator.band.grade);
    writeTotal(`${calculator.total}`);
    writeStanding(calculator.standing);
    moved.classList.toggle("changed", size > 0);
    writeDistance(`${toNext(calculator)}. Published: ${card.published.total}, grade ${card.published.grade}.`);
    writeCertainty(sureness(calculator));
    writeChanges(`Provisions changed: ${size}`);
    idle(undo, !calculator.past.length);
    idle(redo, !calculator.future.length);
    idle(reset, size === 0);
    updateRuler();
    updateBars();
  };
  return [element, update];
}

function toNext({ card, total }) {
  const next = bandAbove(card, total);
  if (!next) return "The best grade";
  const missing = next.from - total;
  return `${missing} ${missing === 1 ? "point" : "points"} to grade ${next.grade}`;
}

function sureness({ band: { grade }, range: { low, high, bands } }) {
  if (low === high) return `Grade ${grade} in every reading of the card.`;
  if (bands.size === 1) return `Grade ${grade} in every reading of the card (${low} to ${high} points).`;
  const [worst, best] = [[...bands][0], [...bands].at(-1)];
  return `Grade ${grade} in our best reading of the card; ${worst.grade} to ${best.grade} over all readings (${low} to ${high} points).`;
}

function gradeRuler(calculator) {
  const { max, bands, published } = calculator.card;
  let to = max;
  const parts = bands.map((band) => {
    const from = Math.max(band.from, 0);
    const element = h("div", { class: "band" }, band.grade, h("span", { class: "band-from" }, `${from}`));
    Object.assign(element.style, { left: percent(from, max), width: percent(to - from, max) });
    to = from;
    return element;
  });
  const whisker = h("span", { class: "whisker" });
  const mark = h("span", { class: "mark mark-scenario" });
  const markPublished = h("span", { class: "mark mark-published" });
  markPublished.style.left = percent(published.total, max);
  const element = h("div", { class: "ruler", "aria-hidden": "true" },
    ...parts, whisker, markPublished, mark, h("span", { class: "ruler-end" }, `${max}`));
  let here;
  const update = () => {
    const now = parts[bands.indexOf(calculator.band)];
    if (now !== here) {
      here?.classList.remove("here");
      now.classList.add("here");
      here = now;
    }
    const { low, high } = calculator.range;
    whisker.style.left = percent(low, max);
    whisker.style.width = percent(high - low, max);
    mark.style.left = percent(calculator.total, max);
  };
  return [element, update];
}

function sectionBars(calculator) {
  const { sections } = calculator.card;
  const longest = Math.max(...sections.map((section) => section.max));
  const bar = (section) => {
    const { id, short, max, published } = section;
    const fill = h("span", { class: "bar-fill" });
    const ghost = h("span", { class: "bar-published" });
    ghost.style.width = percent(published, max);
    const whole = h("span", { class: "bar", "aria-hidden": "true" }, fill, ghost);
    whole.style.width = percent(max, longest);
    const [points, writePoints] = text();
    const [difference, writeDifference] = text();
    const moved = h("span", { class: "bar-change" }, difference);
    const row = h("li", { class: "bar-row" },
      h("a", { class: "bar-name", href: `#section-${id}` }, h("span", { class: "bar-number" }, id), ` ${short}`),
      whole,
      h("span", { class: "bar-points" }, h("b", asFigure, points), ` of ${max} `, moved));
    let shown;
    const update = () => {
      const now = calculator.sectionPoints.get(section);
      if (now === shown) return;
      shown = now;
      writePoints(`${now}`);
      writeDifference(now === published ? "" : change(now - published));
      moved.classList.toggle("moved", now !== published);
      fill.style.width = percent(now, max);
    };
    return [row, update];
  };
  const bars = sections.map(bar);
  const element = h("ol", { class: "bars", "aria-label": "Points by section" }, ...bars.map(([row]) => row));
  return [element, () => bars.forEach(([, update]) => update())];
}
