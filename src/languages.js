import { namedPlace } from "./links.js";

// A visitor who has not asked for a language by the page's address gets the one that the browser prefers.
export function otherLanguage(languages) {
  if (window !== window.top || new URLSearchParams(location.search).has("lang")) return;
  const pages = new Map(languages.split(",").map((pair) => pair.split(" ")));
  // The other pages carry their language in their own name.
  if (document.documentElement.lang !== [...pages.keys()][0]) return;
  const wanted = navigator.languages.map((tag) => tag.split("-")[0]).find((language) => pages.has(language));
  if (wanted && wanted !== document.documentElement.lang) return new URL(pages.get(wanted), document.baseURI);
}

// The links to other languages and to the code for other pages have the scenario in their address at all times: they
// are opened by a middle click, copied and dragged, too.
export function carry(hash) {
  for (const link of document.querySelectorAll(".languages a, .with-scenario")) link.hash = hash;
}

// From now on they have what is shown, or what was opened, with the parts of it that could not be read. A place on the
// page is no scenario.
// Where there is none, `shown` says what they have.
export function carryScenario(page, shown = () => page.address()) {
  const opened = () => {
    if (!namedPlace()) carry(location.hash || shown());
  };
  page.onChange(carry);
  // The program hears of another address first: its listener is older.
  addEventListener("hashchange", opened);
  opened();
}
