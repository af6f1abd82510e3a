// Starts the calculator of the page itself, and offers elements of other pages what starts theirs (element.js).
import { Calculators } from "./calculators.js";
import { otherPage } from "./frameworks.js";
import { carry, carryScenario, otherLanguage } from "./languages.js";
import { focusOn } from "./links.js";
import { inside } from "./programs.js";

export { Calculators };

async function startPage(names) {
  const other = names.languages && otherLanguage(names.languages);
  if (other) return location.replace(Object.assign(other, { hash: location.hash }));
  const elsewhere = () => names.pages && !names.frame && otherPage(names.pages, location.hash);
  if (elsewhere()) return location.replace(elsewhere());
  addEventListener("hashchange", () => elsewhere() && location.replace(elsewhere()));
  carry(location.hash);
  // The link to the provisions takes the focus along.
  document.querySelector(".skip")?.addEventListener("click", () => {
    const provisions = document.getElementById("provisions");
    if (provisions) focusOn(provisions);
  });
  const notice = document.getElementById("notice");
  const calculators = new Calculators(document, document.baseURI);
  const root = document.getElementById("calculator");
  try {
    const running = await calculators.start(root, notice);
    carryScenario(running.page);
    if (names.frame) (inside ?? (await import(calculators.programs.address("frame")))).inFrame(running);
    if (names.offline) import(calculators.programs.address("offline")).then(({ keepOffline }) => keepOffline()).catch((error) => console.warn(error));
  } catch (error) {
    console.error(error);
    calculators.tellFailure(notice, error);
  }
  document.getElementById("waiting")?.remove();
}

// Not where another page has loaded this for an element of its own.
const names = document.getElementById("boot")?.dataset ?? {};
if (names.pageWasm || inside) startPage(names);
