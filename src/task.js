// The task of a workshop above the calculator, and what hands in what a group has made of it. Loaded where the page was
// opened for a task (task-opens.js); the build puts the texts of all languages and the names of its files in.
import { handingOver } from "./handing-over.js";
import { keepHere, keptHere } from "./kept-here.js";
import { button, filled, made } from "./made.js";
import { carryQuery, writeQuery } from "./query.js";
import { save } from "./save.js";
import { cardOf, handInAddress } from "./task-address.js";

const texts = "[[texts]]";
const style = "[[style]]";
const pages = "[[pages]]";

const language = document.documentElement.lang;
const say = (name, fillings = {}) => filled(texts[language][name], fillings);
const folder = new URL(document.getElementById("kept").dataset.home, document.baseURI);
const NAME = "lawgrade task";

/** A file of saved scenarios with the one that a group hands in: any calculator opens it. */
const fileOf = (group, at) => new Blob([JSON.stringify({ lawgrade: 1, scenarios: [{ name: group, address: at }] })], { type: "application/json" });

// The calculator has its scenario behind the `#`; the card as it is may have nothing there.
const now = ({ at }) => location.hash.slice(1) || cardOf(at);

function paragraph(className, text) {
  return made("p", text, { className });
}

function show(task) {
  const calculator = document.getElementById("calculator");
  const region = made("section", "", { id: "task", className: "task" });
  region.setAttribute("aria-labelledby", "task-heading");
  const form = made("form", "", { autocomplete: "off" });
  const field = made("input", "", { id: "task-group", value: task.group ?? "", maxLength: 80 });
  const label = made("label", say("group"), { htmlFor: field.id });
  const wrong = paragraph("wrong", "");
  wrong.setAttribute("role", "alert");
  const handed = made("div", "", { className: "handed" });
  const changed = paragraph("note", "");
  changed.setAttribute("role", "status");
  let shown;

  const leave = button(say("leave"), () => {
    keepHere(NAME, undefined);
    writeQuery({ task: "" });
    carryQuery({ task: "" });
    region.remove();
    delete document.documentElement.dataset.task;
    calculator.querySelector("button, input, select")?.focus();
  });
  form.append(label, field, made("button", say("hand_in"), { className: "leads" }), leave);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const group = field.value.trim();
    wrong.textContent = group ? "" : say("no_group");
    if (!group) return field.focus();
    keepHere(NAME, { ...task, group });
    shown = now(task);
    changed.textContent = "";
    const page = new URL(pages[language], folder);
    const link = page.href + handInAddress({ group, at: shown });
    const at = shown;
    const file = button(say("save_file"), () => save(fileOf(group, at), `${group.replace(/[^\p{L}\p{N}]+/gu, "-")}.json`));
    const heading = made("h3", say("handed", { group }), { tabIndex: -1 });
    handed.replaceChildren(heading, paragraph("", say("how")), handingOver(link, { label: say("link"), qr: say("qr", { group }), say, more: [file] }));
    heading.focus();
  });
  // The calculator writes its address once its result is painted.
  for (const type of ["click", "change", "keyup"]) {
    calculator.addEventListener(type, () => setTimeout(() => {
      if (shown === undefined || shown === now(task)) return;
      shown = undefined;
      handed.replaceChildren();
      changed.textContent = say("changed");
    }, 500));
  }
  region.append(made("h2", say("heading"), { id: "task-heading" }));
  if (task.say) region.append(paragraph("say", task.say));
  if (task.goal) region.append(paragraph("goal", say("goal", { goal: task.goal })));
  if (/\/without=/.test(task.at)) region.append(paragraph("note", say("locked")));
  region.append(form, wrong, changed, handed);
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(style, folder).href }));
  document.documentElement.dataset.task = "";
  calculator.before(region);
}

const task = keptHere(NAME);
if (task?.at) {
  carryQuery({ task: "1" });
  show(task);
} else {
  const notice = document.getElementById("notice");
  notice.append(made("p", say("no_task")));
  notice.hidden = false;
}
