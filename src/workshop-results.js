// What all groups have handed in, on one page: where each ended, what all and what some have chosen, and the same as a table.
import { button, made } from "./made.js";
import { save } from "./save.js";

function table(caption, head, rows) {
  const element = made("table", "");
  const line = (cells) => {
    const row = made("tr", "");
    row.append(...cells);
    return row;
  };
  const thead = made("thead", "");
  thead.append(line(head.map((text) => made("th", text, { scope: "col" }))));
  const body = made("tbody", "");
  body.append(...rows.map(line));
  element.append(made("caption", caption), thead, body);
  // A wide table scrolls by itself, by keyboard too.
  const box = made("div", "", { className: "scrolled", tabIndex: 0 });
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", caption);
  box.append(element);
  return box;
}

/** The results as elements; `names` are the groups', `remove` takes a hand-in away, `linkOf` gives the address of a scenario. */
export function results(merged, names, { say, list, remove, linkOf }) {
  const { task, ranking, choices, bills, refused } = merged;
  const all = ranking.length;
  const group = ({ group, address }) => {
    const name = made("th", "", { scope: "row" });
    name.append(made("a", names[group], { href: linkOf(address) }));
    return name;
  };
  const gone = ({ group }) => {
    const place = made("td", "", { className: "removes" });
    const taken = button(say("remove"), () => remove(group));
    taken.setAttribute("aria-label", say("remove_group", { group: names[group] }));
    place.append(taken);
    return place;
  };
  const target = (reached) => say(reached ? "reached" : "not_reached");
  const head = [say("rank"), say("group_column"), say("result"), say("changes"), ...(task.target ? [say("target")] : []), say("removes")];
  const rows = ranking.map((ended) => [
    made("td", `${ended.rank ?? "–"}`),
    group(ended),
    made("td", ended.result),
    made("td", ended.changes),
    ...(task.target ? [made("td", target(ended.reached))] : []),
    gone(ended),
  ]);
  const parts = [made("p", task.card)];
  if (task.target) parts.push(made("p", say("task_target", { target: task.target })));
  parts.push(table(say("ranking"), head, rows));
  const told = [
    ...ranking.flatMap(({ group, locked }) => (locked.length ? [say("moved_locked", { group: names[group], provisions: list(locked) })] : [])),
    ...ranking.flatMap(({ group, unread }) => unread.map((why) => say("unread", { group: names[group], why }))),
  ].map((line) => made("li", line));
  for (const { group, why } of refused) {
    const line = made("li", say("refused", { group: names[group], why }));
    const taken = made("p", "", { className: "removes" });
    taken.append(button(say("remove_group", { group: names[group] }), () => remove(group)));
    line.append(taken);
    told.push(line);
  }
  if (told.length) {
    const notes = made("ul", "", { className: "told-of-groups" });
    notes.append(...told);
    parts.push(notes);
  }
  const what = ({ what, comes }) => say(comes ? "comes" : "goes", { what });
  const ofAll = choices.filter(({ groups }) => groups.length === all);
  const ofSome = choices.filter(({ groups }) => groups.length < all);
  parts.push(made("h3", say("all_chose", { number: all })));
  const common = made("ul", "");
  common.append(...ofAll.map((choice) => made("li", what(choice))));
  parts.push(ofAll.length ? common : made("p", say("all_chose_nothing")));
  const who = (choice) => [made("th", what(choice), { scope: "row" }), made("td", `${choice.groups.length}`), made("td", list(choice.groups.map((group) => names[group])))];
  const columns = [say("provision"), say("how_many"), say("which_groups")];
  if (ofSome.length) parts.push(made("h3", say("some_chose")), table(say("some_chose"), columns, ofSome.map(who)));
  if (bills.length) {
    const passed = (bill) => [made("th", bill.what, { scope: "row" }), made("td", `${bill.groups.length}`), made("td", bill.groups.length ? list(bill.groups.map((group) => names[group])) : "–")];
    parts.push(made("h3", say("bills")), table(say("bills"), [say("bill"), say("how_many"), say("which_groups")], bills.map(passed)));
  }
  return parts;
}

// Spreadsheets would take it for a formula.
const harmless = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (text) => `"${harmless(`${text}`).replaceAll('"', '""')}"`;

/** Saves the same as a table. */
export function saveTable(merged, names, { say, linkOf }) {
  const { ranking, choices, bills } = merged;
  const of = (groups) => groups.map((group) => names[group]).join("; ");
  const lines = [
    [say("rank"), say("group_column"), say("result"), say("changes"), say("target"), say("locked_column"), say("link_column")],
    ...ranking.map((ended) => [ended.rank ?? "", names[ended.group], ended.result, ended.changes, ended.reached === null ? "" : say(ended.reached ? "reached" : "not_reached"), ended.locked.join("; "), linkOf(ended.address)]),
    [],
    [say("provision"), say("how_many"), say("which_groups")],
    ...choices.map((choice) => [say(choice.comes ? "comes" : "goes", choice), choice.groups.length, of(choice.groups)]),
    ...(bills.length ? [[], [say("bill"), say("how_many"), say("which_groups")], ...bills.map((bill) => [bill.what, bill.groups.length, of(bill.groups)])] : []),
  ];
  const text = `\ufeff${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
  save(new Blob([text], { type: "text/csv" }), "workshop.csv");
}
