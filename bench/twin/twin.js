// The same page, written by hand without a framework, for measurements.
import { Calculator } from "./calculator.js";
import { h, text } from "./elements.js";
import { panel } from "./panel.js";
import { provisions } from "./provisions.js";

const root = document.getElementById("calculator");
// What a visitor has switched before this came.
const switched = [...root.querySelectorAll("input")].filter(({ checked, defaultChecked }) => checked !== defaultChecked);

const calculator = new Calculator(JSON.parse(document.getElementById("data").textContent));
const [result, updateResult] = panel(calculator);
const [sections, updateSections] = provisions(calculator);
const [announced, announce] = text();
// What the page's tools fill, and have empty while they are folded.
const place = (id) => h("div", { id }, h("div"));
const tool = (id, title) => h("details", { class: "tool" }, h("summary", {}, title), place(id));

const update = (touched, scored) => {
  updateResult();
  updateSections(touched, scored);
  announce(calculator.announced);
};
update(calculator.card.provisions, calculator.scores.keys());
calculator.onChange(update);

root.replaceChildren(
  place("unread"),
  h("div", { class: "page" },
    result,
    h("div", { id: "provisions", class: "provisions", part: "provisions", role: "main" },
      tool("tool-ways-up", "Ways to a better grade"),
      tool("tool-saved", "Save and compare scenarios"),
      tool("tool-take-away", "Share, print and download"),
      ...sections)),
  h("div", { id: "sheet" }),
  h("p", { class: "visually-hidden", role: "status" }, announced));
if (location.hash.includes("/")) calculator.readAddress();
for (const { id, checked } of switched) Object.assign(document.getElementById(id), { checked }).dispatchEvent(new Event("change"));
document.getElementById("waiting")?.remove();
addEventListener("hashchange", () => {
  if (location.hash.includes("/")) calculator.readAddress();
});
