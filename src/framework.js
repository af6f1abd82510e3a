// Starts the calculator of a framework's page (framework.html).
import { Calculators } from "./calculators.js";
import { otherPage } from "./frameworks.js";
import { carry, carryScenario } from "./languages.js";
import { focusOn } from "./links.js";

const { pages } = document.getElementById("boot").dataset;
const elsewhere = () => otherPage(pages, location.hash);

async function startPage() {
  if (elsewhere()) return location.replace(elsewhere());
  addEventListener("hashchange", () => elsewhere() && location.replace(elsewhere()));
  carry(location.hash);
  // The link to the questions takes the focus along.
  document.querySelector(".skip")?.addEventListener("click", () => {
    const provisions = document.getElementById("provisions");
    if (provisions) focusOn(provisions);
  });
  const calculators = new Calculators(document, document.baseURI);
  const notice = document.getElementById("notice");
  try {
    const { program, data } = await calculators.programs.ready("framework");
    const page = new program.Page(data, document.getElementById("calculator"));
    calculators.follow(notice, page);
    carryScenario(page);
  } catch (error) {
    console.error(error);
    calculators.tellFailure(notice, error);
  }
  document.getElementById("waiting")?.remove();
}

startPage();
