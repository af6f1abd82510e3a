// What the page for frames does before anything of it is seen, and whether or not the calculator starts. A plain script,
// which the page waits for.
import { Host } from "./host.js";
import { focusOn, followLinks } from "./links.js";
import { apply, asked } from "./settings.js";

const page = document.documentElement;
// Not on pages without one, nor once the reader has asked for the whole: what a host sets later folds nothing again.
let hasShort = true;

function follow({ parts, ...settings }) {
  apply(page, { ...settings, parts: parts === "short" && !hasShort ? "" : parts });
}

follow(Object.fromEntries(asked));

if (window !== window.top) {
  page.classList.add("framed");
  const host = new Host({ named: asked.get("host"), follow });
  globalThis.lawgradeHost = host;
  document.addEventListener("readystatechange", () => {
    // A page whose loading was broken off has less.
    const notice = document.getElementById("notice");
    if (notice) inPage(host, notice);
  }, { once: true });
}

document.addEventListener("readystatechange", () => {
  // As above.
  if (!document.getElementById("notice")) return;
  offerWhole(document.querySelector(".whole button"));
  new ResizeObserver(linkWhatIsThere).observe(document.body);
}, { once: true });

// Pages of frameworks have no short form, and are shown whole.
function offerWhole(button) {
  if (!button) {
    hasShort = false;
    if (page.dataset.parts === "short") delete page.dataset.parts;
    return;
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    hasShort = false;
    delete page.dataset.parts;
    focusOn(document.getElementById("provisions"));
  });
}

// A link to what the host has left out is none, until it is there.
function linkWhatIsThere() {
  // In a frame that is not shown nothing is.
  if (document.body.getClientRects().length === 0) return;
  for (const link of document.querySelectorAll("a[href^='#'], a[data-to]")) {
    const to = link.dataset.to ?? link.getAttribute("href");
    const place = document.getElementById(to.slice(1));
    if (!place) continue;
    if (place.getClientRects().length > 0) {
      link.setAttribute("href", to);
      delete link.dataset.to;
    } else {
      link.dataset.to = to;
      link.removeAttribute("href");
    }
  }
}

// Paper has nothing to press. What only makes a sheet ready is no print.
addEventListener("beforeprint", ({ isTrusted }) => {
  if (!isTrusted) return;
  for (const fold of document.querySelectorAll(".explained")) fold.open = true;
});

// Once all of the page is there, and before the scripts that wait for that.
function inPage(host, notice) {
  host.followHeight(document.body);
  const sentence = document.getElementById("boot").dataset.linkRefused;
  const goTo = (place) => {
    focusOn(place);
    host.goTo(place);
  };
  followLinks(document, { find: (id) => document.getElementById(id), goTo, sentence });
  host.followFocus();
  new MutationObserver(() => {
    const [sentence, ...more] = [...notice.querySelectorAll("strong, p")].map(({ textContent }) => textContent);
    if (!notice.hidden && sentence) host.say("failed", { code: notice.dataset.code ?? "not-started", sentence, remedy: more.join(" ") });
  }).observe(notice, { childList: true, attributes: true, attributeFilter: ["hidden"] });
}

// In a frame that its host has sandboxed, the calculator's own host is a stranger, and the start script is
// loaded only where that host allows strangers. Where it does not, one script that has everything inside
// is loaded instead: plain scripts may come from anywhere.
addEventListener("error", ({ target }) => {
  if (target.id !== "boot" || self.origin !== "null" || !target.dataset.inside) return;
  const address = new URL(target.dataset.inside, document.baseURI).href;
  const policy = globalThis.trustedTypes?.createPolicy("lawgrade", { createScriptURL: () => address });
  const script = document.createElement("script");
  script.src = policy?.createScriptURL("") ?? address;
  document.body.append(script);
}, true);
