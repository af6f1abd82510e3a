// What groups hand in, out of whatever a facilitator brings: lines with links, files, pictures of QR codes.
import { handInIn } from "./task-address.js";

const LONGEST_NAME = 80;

const named = (name) => [...name.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "").trim()].slice(0, LONGEST_NAME).join("");

// A scenario of the calculator itself, behind a "#" or by its framework's year, with whatever stands before it as the group's
// name: "Group 3: https://…#pic-2019/…".
const scenario = /#([\w.@-]+\/\S+)|(?:^|\s)([\w-]+-\d{4}(?:@\d+)?\/\S+)/;

function scenarioIn(line) {
  const found = scenario.exec(line);
  if (!found) return undefined;
  const [, behind, alone] = found;
  const before = line.slice(0, found.index);
  const name = behind ? before.replace(/\S*$/, "") : before;
  return { group: name.replace(/[\s:;,|–—-]+$/u, ""), at: behind ?? alone };
}

/**
 * What a text has, line by line: hand-ins with `group` (empty, where none is named) and `address`, and the lines in which
 * there is none, each with its number from 1.
 */
export function fromLines(text) {
  const found = [];
  const wrong = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim()) continue;
    const handIn = handInIn(line) ?? scenarioIn(line);
    if (handIn) found.push({ group: named(handIn.group ?? ""), address: handIn.at });
    else wrong.push({ number: index + 1, line });
  }
  return { found, wrong };
}

// The files that calculators save: one hand-in, or saved scenarios.
function fromJson(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return undefined;
  }
  const entries = Array.isArray(file?.scenarios) ? file.scenarios : [file];
  return entries.filter((entry) => typeof entry?.address === "string").map(({ name, address }) => ({ group: named(`${name ?? ""}`), address }));
}

async function fromPicture(file) {
  // Not every browser reads QR codes.
  const bitmap = await createImageBitmap(file);
  const codes = await new globalThis.BarcodeDetector({ formats: ["qr_code"] }).detect(bitmap);
  return codes.flatMap(({ rawValue }) => fromLines(rawValue).found);
}

/** Whether pictures of QR codes can be read here. */
export const readsPictures = () => "BarcodeDetector" in globalThis && "createImageBitmap" in globalThis;

/** The hand-ins in a file; none, where it has none. */
export async function fromFile(file) {
  if (file.type.startsWith("image/")) return readsPictures() ? fromPicture(file) : [];
  const text = await file.text();
  return fromJson(text) ?? fromLines(text).found;
}

/** Adds hand-ins to others. A name that is taken gets a number, what is there already is left out; gives all, and how many are new. */
export function added(handIns, more, nameless) {
  const all = [...handIns];
  for (const { group, address } of more) {
    const name = group || nameless(all.length + 1);
    const stem = name.replace(/ \(\d+\)$/, "");
    if (all.some((other) => other.address === address && (!group || other.group.replace(/ \(\d+\)$/, "") === stem))) continue;
    let free = name;
    for (let number = 2; all.some((other) => other.group === free); number += 1) free = `${name} (${number})`;
    all.push({ group: free, address });
  }
  return { all, count: all.length - handIns.length };
}
