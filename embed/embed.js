// Puts the calculator into a page of another site: <law-grade>, or any element with data-lawgrade.
//   <script async src="https://example.org/lawgrade/embed.js"></script>
//   <law-grade address="pic-2019/ct-2019/to=B"></law-grade>
// README.md beside this file tells of its attributes, properties, events and messages. Built as one plain script:
// modules need the server to allow other origins by a header, and many static hosts send none.
import { home } from "./element/home.js";
import { LawGrade } from "./element/law-grade.js";
import { watch } from "./element/places.js";

const first = globalThis.lawgradeEmbed;
if (first) {
  // The script may be on a page twice: the first one does it all, and looks again for places.
  first.watch(document);
  if (first.home() !== home()) console.warn(`Lawgrade: the script from ${first.home()} runs already; the one from ${home()} is not used.`);
} else if (!customElements.get("law-grade")) {
  globalThis.lawgradeEmbed = { home, watch };
  customElements.define("law-grade", LawGrade);
  watch(document);
}
