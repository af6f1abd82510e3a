// What the page for frames does before anything of it is seen, and whether or not the calculator starts. A plain script,
// which the page waits for.
import { Host } from "./host.js";
import { focusOn, followLinks } from "./links.js";
import { apply, asked } from "./settings.js";

const page = document.documentElement;

apply(page, Object.fromEntries(asked));

if (window !== window.top) {
  page.classList.add("framed");
  const host = new Host({ named: asked.get("host"), follow: (settings) => apply(page, settings) });
  globalThis.lawgradeHost = host;
  document.addEventListener("readystatechange", () => {
    // A page whose loading was broken off has less.
    const notice = document.getElementById("notice");
    if (notice) inPage(host, notice);
  }, { once: true });
}

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
