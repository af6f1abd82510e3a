// The calculator in an element of somebody else's page, without a frame: in a shadow root, so that neither's
// styles and ids reach the other. All elements of a page share one program. Loaded by embed.js.
import { Calculators } from "./boot.js";
import { changes } from "./changes.js";
import { documentOf, fetchDocument } from "./documents.js";
import { handOver, handedOver, keepKeys } from "./hosted.js";
import { focusOn, followLinks } from "./links.js";

// What a page has around a calculator (notices, explanations, footer) is taken from the page for frames.
async function fetchPage(address) {
  const request = await fetchDocument(address).catch(() => {
    throw new Error("the calculator’s host does not allow its files in other pages");
  });
  const page = documentOf(request);
  // Servers that have another page for what is missing answer with that.
  if (!page.getElementById("calculator")) throw new Error(`there is no calculator at ${address}`);
  // A redirect may have led elsewhere, and the page's own links start from there.
  return { page, home: request.responseURL || address };
}

// One for each language that elements are in.
const loading = {};
function load(address) {
  loading[address] ??= fetchPage(address).then(({ page, home }) => ({ page, home, calculators: new Calculators(page, home) }));
  loading[address].catch(() => delete loading[address]);
  return loading[address];
}

// The sheets must be there before anything is shown. Where they are refused, a frame is better than bare text.
function styles(page, home) {
  return [...page.querySelectorAll("link[rel=stylesheet]")].map((sheet) => {
    // An isolated page loads only what its host allows it, which browsers ask by this.
    const link = Object.assign(document.createElement("link"), { crossOrigin: "anonymous", rel: "stylesheet", href: new URL(sheet.getAttribute("href"), home).href });
    const loaded = new Promise((done, fail) => {
      link.onload = done;
      link.onerror = () => fail(new Error("the page’s policy or the calculator’s host does not allow its styles"));
    });
    return { link, loaded };
  });
}

// Sizes are counted in the root's letters, which hosts make smaller or larger than those of the browser. The visitor's own
// setting is what counts: `ground` has it, since nothing of the host's is left there.
function fit(ground, body) {
  const size = (element) => Number.parseFloat(getComputedStyle(element).fontSize);
  const zoom = size(ground) / size(document.documentElement);
  if (Math.abs(zoom - 1) < 0.01) body.style.zoom = "";
  else if (CSS.supports("zoom", "1")) body.style.zoom = zoom;
  else throw new Error("this browser cannot fit its letters to those of the page");
}

function frameless(page, home, { theme, parts }) {
  const ground = Object.assign(document.createElement("div"), { className: "ground", dir: page.documentElement.dir || "ltr" });
  const body = Object.assign(document.createElement("div"), { className: "framed body", lang: page.documentElement.lang });
  body.setAttribute("part", "calculator");
  const follow = ({ theme, parts }) => {
    for (const [name, value] of [["theme", theme], ["parts", parts]]) {
      if (value && value !== "system") body.dataset[name] = value;
      else delete body.dataset[name];
    }
  };
  follow({ theme, parts });
  const around = page.body.cloneNode(true);
  for (const useless of around.querySelectorAll("script, noscript, #waiting, #new-version, .skip")) useless.remove();
  body.append(...around.childNodes);
  for (const link of body.querySelectorAll("a[href]")) {
    const address = link.getAttribute("href");
    if (!address.startsWith("#")) link.href = new URL(address, home).href;
  }
  ground.append(body);
  return { ground, body, follow };
}

// Tells the host when the calculator's notice says that it has stopped.
function watchNotice(notice, fails) {
  new MutationObserver(() => {
    const [sentence, ...more] = [...notice.querySelectorAll("strong, p")].map(({ textContent }) => textContent);
    if (!notice.hidden && sentence) fails(notice.dataset.code ?? "stopped", sentence, more.join(" "));
  }).observe(notice, { childList: true, attributes: true, attributeFilter: ["hidden"] });
}

// Shows the calculator in `place`. `address` is that of the page for frames; `change` is called with the result, now
// and after each step, `fails` when the calculator has stopped.
export async function mount(place, pageAddress, { theme, parts, address, change, fails }) {
  const { page, home, calculators } = await load(pageAddress);
  const { ground, body, follow } = frameless(page, home, { theme, parts });
  const find = (id) => body.querySelector(`[id="${CSS.escape(id)}"]`);
  const goTo = (target) => {
    focusOn(target);
    target.scrollIntoView();
  };
  followLinks(body, { find, goTo, sentence: page.getElementById("boot").dataset.linkRefused });
  keepKeys(body);
  const sheets = styles(page, home);
  ground.hidden = true;
  place.replaceChildren(...sheets.map(({ link }) => link), ground);
  let running;
  const starting = calculators.start(find("calculator"), find("notice"), { home }).then((started) => (running = started));
  try {
    await Promise.all([starting, ...sheets.map(({ loaded }) => loaded)]);
    ground.hidden = false;
    fit(ground, body);
  } catch (error) {
    starting.then(() => running.dispose(), () => {});
    place.replaceChildren();
    throw error;
  }
  // Hosts change the size of their letters with that of the window.
  const resized = new ResizeObserver(() => fit(ground, body));
  resized.observe(ground);
  watchNotice(find("notice"), fails);
  // A page has one main part, and here that is the host's.
  body.querySelector("[role=main]").role = "group";
  const start = handedOver(address) ?? address;
  if (start) await running.open(start);
  calculators.onReload(find("notice"), (shown) => handOver(address, shown));
  const { open } = changes(running, change);
  return {
    open,
    follow,
    dispose() {
      resized.disconnect();
      running.dispose();
      place.replaceChildren();
    },
  };
}
