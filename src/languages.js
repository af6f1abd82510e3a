import { namedPlace } from "./links.js";

/** Leads a visitor who has not asked for a language by the page's address to the one that the browser prefers, and gives whether it does. */
export function leaveForOtherLanguage(languages) {
  if (window !== window.top) return false;
  const pages = new Map(languages.split(",").map((pair) => pair.split(" ")));
  const here = document.documentElement.lang;
  // The other pages carry their language in their own name.
  if (here !== [...pages.keys()][0]) return false;
  const asked = new URLSearchParams(location.search).get("lang");
  const preferred = () => navigator.languages.map((tag) => tag.split("-")[0]).find((language) => pages.has(language));
  const wanted = pages.has(asked) ? asked : asked === null && !hasAsked() && preferred();
  if (!wanted || wanted === here) return false;
  location.replace(Object.assign(new URL(pages.get(wanted), document.baseURI), { hash: location.hash }));
  return true;
}

// Some hosts drop the query when they redirect, so the tab knows, too, that a link has asked for a language. It does not
// matter for which: whoever goes back to a page in another language has asked for that.
const name = "lawgrade language";

function hasAsked() {
  try {
    return sessionStorage.getItem(name) !== null;
  } catch {
    return false;
  }
}

/** Has the tab keep that a link of the page has asked for a language. */
export function keepAsked() {
  addEventListener("click", ({ target }) => {
    const asked = /[?&]lang=(\w+)/.exec(target.closest?.("a[href]")?.search)?.[1];
    try {
      if (asked) sessionStorage.setItem(name, asked);
    } catch {
      // Where the browser keeps nothing, the address alone says it.
    }
  });
}

// The links to other languages and to the code for other pages have the scenario in their address at all times: they
// are opened by a middle click, copied and dragged, too.
export function carry(hash) {
  for (const link of document.querySelectorAll(".languages a, .with-scenario")) link.hash = hash;
}

// From now on they have what is shown, or what was opened, with the parts of it that could not be read. A place on the
// page is no scenario.
// Where there is none, `shown` says what they have. A `signal` ends it.
export function carryScenario(page, shown = () => page.address(), signal) {
  const opened = () => {
    if (!namedPlace()) carry(location.hash || shown());
  };
  page.onChange(carry);
  // The program hears of another address first: its listener is older.
  addEventListener("hashchange", opened, { signal });
  opened();
}
