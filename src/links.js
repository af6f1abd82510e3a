// Links of a calculator in somebody else's page. None may replace the calculator, or the page around it, by another.
import { save } from "./save.js";

// What the keys ask of a browser, such as a new tab, it does by itself.
const isPlain = (event) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

// Told where a host forbids its frames to open anything: the address can still be copied.
function tellAddress(link, sentence) {
  const told = Object.assign(document.createElement("span"), { className: "refused" });
  told.setAttribute("role", "status");
  told.append(` ${sentence} `, Object.assign(document.createElement("code"), { textContent: link.href }));
  if (!link.nextElementSibling?.matches(".refused")) link.after(told);
}

// Files that come from elsewhere are opened and not saved, unless the page fetches them first.
async function saveLinked(link) {
  const name = link.download || new URL(link.href).pathname.split("/").pop();
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  save(await response.blob(), name);
}

function openOutside(link, sentence) {
  let opened;
  try {
    opened = window.open(link.href, "_blank");
  } catch {
    // Some browsers throw where a sandbox forbids it.
  }
  if (opened) opened.opener = null;
  else tellAddress(link, sentence);
}

/**
 * Follows the links in a root. `find` gives the element with an id and `goTo` leads to it; `sentence` is said
 * where nothing may be opened.
 */
export function followLinks(root, { find, goTo, sentence }) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || !isPlain(event)) return;
    const address = link.getAttribute("href");
    if (address.startsWith("#")) {
      const place = find(address.slice(1));
      if (!place) return;
      event.preventDefault();
      const fold = place.closest("details");
      if (fold) fold.open = true;
      goTo(place);
    } else if (/^https?:/.test(link.protocol)) {
      const [saves, ours] = [link.hasAttribute("download"), link.origin === self.origin];
      if (saves && ours) return;
      event.preventDefault();
      if (saves) saveLinked(link).catch(() => openOutside(link, sentence));
      else openOutside(link, sentence);
    }
  });
}

/** Puts the focus where a visitor has gone, so that the keyboard goes on from there, and leaves no trace of it. */
export function focusOn(place) {
  if (!place.matches("a, button, input, select, textarea, summary, [tabindex]")) {
    place.tabIndex = -1;
    place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  }
  place.focus({ preventScroll: true });
}

/**
 * The place on the page that stands behind the `#`, also where a program that counts visitors has hung something behind
 * it.
 */
export const namedPlace = () => document.getElementById(location.hash.slice(1).split(/[?&]/)[0]);

/** Whether a card or a scenario stands behind the `#`. Some programs move the `#` into what the server is asked. */
export const namesScenario = () => (location.hash.length > 1 ? !namedPlace() : /%23[^&]+(\/|%2f)/i.test(location.search));

/**
 * Until `signal` is aborted, going to a place on the page leaves the scenario in the address, as the calculator does once it
 * runs: else the scenario of a link would be lost to whoever presses another before the program is there.
 */
export function keepScenario(signal) {
  let kept = namesScenario() && location.href;
  addEventListener("hashchange", () => {
    if (namesScenario()) kept = location.href;
    else if (kept && namedPlace()) history.replaceState(history.state, "", kept);
  }, { signal });
}

/** The link to the provisions takes the focus along. */
export function takeFocusToProvisions() {
  document.querySelector(".skip")?.addEventListener("click", () => {
    const provisions = document.getElementById("provisions");
    if (provisions) focusOn(provisions);
  });
}
