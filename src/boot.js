// Starts the calculator of the page itself, and offers elements of other pages what starts theirs (element.js).
import { Calculators } from "./calculators.js";
import { Early } from "./early.js";
import { leaveForOtherPage } from "./frameworks.js";
import { intent } from "./intent.js";
import { keepPage } from "./keep.js";
import { carry, carryScenario, keepAsked, leaveForOtherLanguage } from "./languages.js";
import { keepScenario, takeFocusToProvisions } from "./links.js";
import { inside } from "./programs.js";
import { openTask } from "./task-opens.js";

export { Calculators };

async function startPage(names) {
  if (names.languages && leaveForOtherLanguage(names.languages)) return;
  if (names.pages && !names.frame && leaveForOtherPage(names.pages)) return;
  openTask("");
  keepAsked();
  carry(location.hash);
  takeFocusToProvisions();
  const notice = document.getElementById("notice");
  const calculators = new Calculators(document, document.baseURI);
  const root = document.getElementById("calculator");
  const waiting = document.getElementById("waiting");
  const early = new Early(root);
  keepScenario(early.signal);
  // In frames the host has asked for it, and the one file has everything already.
  if (!names.frame && !inside && !early.hasBegun) {
    if (waiting) waiting.hidden = true;
    await intent(root);
    if (waiting) waiting.hidden = false;
  }
  try {
    const running = await calculators.start(root, notice, { early });
    carryScenario(running.page);
    if (names.frame) (inside ?? (await import(calculators.programs.address("frame")))).inFrame(running);
    if (names.offline) keepPage(calculators.programs.address("offline"));
  } catch (error) {
    console.error(error);
    calculators.tellFailure(notice, error);
  }
  waiting?.remove();
}

// Not where another page has loaded this for an element of its own.
const names = document.getElementById("boot")?.dataset ?? {};
if (names.pageWasm || inside) startPage(names);
