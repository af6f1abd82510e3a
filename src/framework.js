// Starts the calculator of a framework's page (framework.html).
import { Calculators } from "./calculators.js";
import { otherPage } from "./frameworks.js";
import { carry } from "./languages.js";

const { pages } = document.getElementById("boot").dataset;
const calculators = new Calculators(document, document.baseURI);
const notice = document.getElementById("notice");

function follow() {
  const other = otherPage(pages, location.hash);
  if (other) location.replace(other);
  else carry(location.hash);
}

follow();
addEventListener("hashchange", follow);
// Steps write the address without telling anybody.
document.querySelector(".languages")?.addEventListener("pointerdown", () => carry(location.hash));
document.querySelector(".languages")?.addEventListener("focusin", () => carry(location.hash));
try {
  const { program, data } = await calculators.programs.ready("framework");
  calculators.follow(notice, new program.Page(data, document.getElementById("calculator")));
} catch (error) {
  console.error(error);
  calculators.tellFailure(notice, error);
}
document.getElementById("waiting")?.remove();
