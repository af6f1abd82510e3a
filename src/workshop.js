// Starts the page of workshops (workshop.html): a facilitator makes a task and puts together what groups hand in, and a group
// opens a task. All of it stays on the device.
import { handingOver } from "./handing-over.js";
import { keepHere, keptHere } from "./kept-here.js";
import { keepPage } from "./keep.js";
import { keepAsked, leaveForOtherLanguage } from "./languages.js";
import { filled, made } from "./made.js";
import { LoadError, Programs } from "./programs.js";
import { cardOf, handInIn, taskAddress, taskIn } from "./task-address.js";
import { NoCard, WorkshopCards } from "./workshop-cards.js";
import { added, fromFile, fromLines, readsPictures } from "./workshop-hand-ins.js";
import { results, saveTable } from "./workshop-results.js";

const byId = (id) => document.getElementById(id);
const { dataset } = byId("boot");
const language = document.documentElement.lang;
const texts = JSON.parse(byId("texts").textContent);
const say = (name, fillings = {}) => filled(texts[name] ?? name, fillings);
const list = (items) => new Intl.ListFormat(dataset.locale, { type: "conjunction" }).format(items);

// What the device keeps: of a facilitator the task and all hand-ins, of a group the task that it works on.
const WORKSHOP = "lawgrade workshop";
const TASK = "lawgrade task";

const cards = new WorkshopCards(new Programs(document, document.baseURI), dataset.pages, say);
const here = () => new URL(location.pathname, location.href);
// Other pages of the same host may have kept anything under the name.
function keptWorkshop() {
  const { task, handIns } = keptHere(WORKSHOP) ?? {};
  const isText = (thing) => typeof thing === "string";
  return { task: isText(task?.at) ? task : undefined, handIns: Array.isArray(handIns) ? handIns.filter(({ group, address } = {}) => isText(group) && isText(address)) : [] };
}

const workshop = keptWorkshop();

function tell(place, text) {
  place.textContent = text;
}

// Why something did not work, as whoever sits before the page can read it.
function reason(error) {
  if (error instanceof NoCard) return error.message;
  console.error(error);
  return say("failed", { reason: error instanceof LoadError ? say(error.what, error.fillings) : error.message });
}

function keep() {
  byId("not-kept").hidden = keepHere(WORKSHOP, workshop.task || workshop.handIns.length ? workshop : undefined);
}

// A calculator's address that was pasted may be a whole link.
const addressIn = (text) => text.trim().split("#").pop();

async function makeTask() {
  const told = byId("task-told");
  const address = addressIn(byId("start").value);
  const [words, groups] = [byId("say").value.trim(), byId("groups").value.split(/[,;\n]/).map((name) => name.trim()).filter(Boolean)];
  tell(told, say("making"));
  let task;
  try {
    task = await cards.task(address);
  } catch (error) {
    byId("made").replaceChildren();
    return tell(told, reason(error));
  }
  workshop.task = { at: task.address, say: words, goal: task.target ?? "", groups: groups.join(", ") };
  keep();
  tell(told, say("task_made"));
  const about = made("ul", "");
  const lines = [
    task.card,
    task.start && say("task_start", { result: task.start }),
    task.target ? say("task_target", { target: task.target }) : say("task_without_target"),
    task.locked.length && say("task_locked", { provisions: list(task.locked) }),
    ...task.bills.map(({ name, provisions }) => say("task_bill", { name, provisions: list(provisions) })),
    ...task.unread.map((why) => say("task_unread", { why })),
  ];
  about.append(...lines.filter(Boolean).map((line) => made("li", line)));
  const link = here().href + taskAddress(workshop.task);
  byId("made").replaceChildren(made("h3", say("task_heading")), about, handingOver(link, { label: say("task_link"), qr: say("task_qr"), say }));
  return undefined;
}

// What cannot be used stays in the field, so that nothing is lost.
function collectLines() {
  const field = byId("lines");
  const { found, wrong } = fromLines(field.value);
  const count = take(found);
  field.value = wrong.map(({ line }) => line).join("\n");
  report(count, found.length - count, wrong.map(({ number, line }) => say("wrong_line", { number, line: line.length > 60 ? `${line.slice(0, 60)}…` : line })));
}

async function collectFiles(files) {
  let [count, known] = [0, 0];
  const wrong = [];
  for (const file of files) {
    const found = await fromFile(file).catch(() => []);
    const more = take(found);
    [count, known] = [count + more, known + found.length - more];
    const isPicture = file.type.startsWith("image/");
    if (!found.length) wrong.push(say(isPicture && !readsPictures() ? "picture_unread" : "wrong_file", { file: file.name }));
  }
  report(count, known, wrong);
}

function take(found) {
  const { all, count } = added(workshop.handIns, found, (number) => say("nameless", { number }));
  workshop.handIns = all;
  if (count) {
    keep();
    showResults();
  }
  return count;
}

function report(count, known, wrong) {
  const lines = [say("collected", { number: count })];
  if (known) lines.push(say("known", { number: known }));
  tell(byId("collected"), lines.join(" "));
  byId("wrong").replaceChildren(...wrong.map((line) => made("li", line)));
}

let turn = 0;
let joins = false;

async function showResults() {
  const mine = (turn += 1);
  const section = byId("results");
  section.hidden = joins || workshop.handIns.length === 0;
  // Paper has the results alone, once there are some.
  document.documentElement.classList.toggle("has-results", !section.hidden);
  if (section.hidden) return;
  const place = byId("merged");
  const status = byId("results-told");
  const at = workshop.task?.at ?? cardOf(workshop.handIns[0].address);
  tell(byId("task-words"), workshop.task?.say ?? "");
  tell(status, say("making"));
  try {
    const merged = await cards.merged(at, workshop.handIns);
    if (mine !== turn) return;
    const names = workshop.handIns.map(({ group }) => group);
    const linkOf = (address) => `${cards.pageOf(at)}#${address}`;
    place.replaceChildren(...results(merged, names, { say, list, linkOf, remove }));
    byId("table").onclick = () => saveTable(merged, names, { say, linkOf });
    tell(status, say("counted", { number: merged.ranking.length }));
  } catch (error) {
    if (mine === turn) tell(status, reason(error));
  }
}

function remove(group) {
  workshop.handIns = workshop.handIns.filter((_, index) => index !== group);
  keep();
  tell(byId("collected"), say("removed"));
  byId("lines").focus();
  showResults();
}

function forget() {
  workshop.task = undefined;
  workshop.handIns = [];
  keep();
  byId("made").replaceChildren();
  tell(byId("merged"), "");
  tell(byId("collected"), say("forgotten"));
  byId("lines").focus();
  showResults();
}

// A group has opened a task: it reads it, says who it is, and goes to the calculator.
function join(task) {
  joins = true;
  for (const section of document.querySelectorAll(".for-facilitators")) section.hidden = true;
  const section = byId("join");
  section.hidden = false;
  tell(byId("join-say"), task.say ?? "");
  tell(byId("join-goal"), task.goal ? say("task_target", { target: task.goal }) : "");
  const groups = (task.groups ?? "").split(/,\s*/).filter(Boolean);
  byId("group-names").replaceChildren(...groups.map((name) => made("option", "", { value: name })));
  const page = cards.pageOf(task.at);
  if (!page) return tell(byId("join-told"), say("no_framework"));
  const before = keptHere(TASK);
  if (before?.at === task.at) byId("group").value = before.group ?? "";
  byId("join-form").onsubmit = (event) => {
    event.preventDefault();
    if (!keepHere(TASK, { ...task, group: byId("group").value.trim() })) return tell(byId("join-told"), say("keeps_nothing"));
    page.search = new URLSearchParams({ lang: language, task: "1" });
    page.hash = task.at;
    location.assign(page);
    return undefined;
  };
  return undefined;
}

// What stands behind the `#`: a task, a hand-in, or a scenario of the calculator to make a task of.
function follow() {
  const { hash } = location;
  const task = taskIn(hash);
  if (task) return join(task);
  if (handInIn(hash)) {
    // Once it is taken, loading the page again does not take it again.
    history.replaceState(history.state, "", here());
    const { found } = fromLines(hash);
    const count = take(found);
    report(count, found.length - count, []);
    return byId("collect").scrollIntoView();
  }
  if (hash.includes("/")) byId("start").value = hash.slice(1);
  return undefined;
}

function startPage() {
  if (leaveForOtherLanguage(dataset.languages)) return;
  keepAsked();
  const { task } = workshop;
  if (task) {
    const fields = { start: task.at, say: task.say, groups: task.groups };
    for (const [id, value] of Object.entries(fields)) byId(id).value = value ?? "";
  }
  byId("make-form").addEventListener("submit", (event) => {
    event.preventDefault();
    makeTask();
  });
  byId("collect-form").addEventListener("submit", (event) => {
    event.preventDefault();
    collectLines();
  });
  byId("files").addEventListener("change", async ({ target }) => {
    await collectFiles([...target.files]);
    target.value = "";
  });
  for (const type of ["dragover", "drop"]) addEventListener(type, (event) => event.preventDefault());
  addEventListener("drop", ({ dataTransfer }) => {
    if (dataTransfer.files.length) collectFiles([...dataTransfer.files]);
  });
  byId("print").addEventListener("click", () => print());
  byId("forget").addEventListener("click", forget);
  addEventListener("hashchange", follow);
  // Links to the page in other languages have the task, too.
  for (const link of document.querySelectorAll(".languages a")) link.hash = location.hash;
  follow();
  showResults();
  if (dataset.offline) keepPage(new URL(dataset.offline, document.baseURI));
}

startPage();
