// Has the calculator kept for use without a network, says what is kept, and offers a new version when there is one.
import { idle, savesData } from "./idle.js";

const address = new URL("sw.js", document.baseURI).href;

// Not in frames, which belong to their host, not where the browser has no workers for the page, and not where the visitor
// saves data, unless it was kept before: then the browser renews it anyway, and that is told. `trusted` makes an address
// one that may be started.
export async function keepOffline(trusted) {
  if (window !== window.top || !window.isSecureContext || !("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  if (savesData() && !serviceWorker.controller) return;
  await idle();
  const registration = await serviceWorker.register(trusted(address));
  if (serviceWorker.controller) registration.update().catch(() => leaveIfGone(registration)).catch((error) => console.warn(error));
  const offerNew = () => {
    const waiting = registration.waiting;
    if (waiting && serviceWorker.controller) offer(waiting);
  };
  offerNew();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offerNew);
  });
  const { active } = await serviceWorker.ready;
  tellWhatIsKept(active);
  addEventListener("online", () => tellWhatIsKept(active));
}

function offer(waiting) {
  const notice = document.getElementById("new-version");
  notice.querySelector("button").addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    waiting.postMessage("take over");
  });
  notice.hidden = false;
}

// The worker tries once more to keep what it has not kept, and answers with what is still missing.
function tellWhatIsKept(worker) {
  const line = document.getElementById("kept");
  const files = line.dataset.files.split(" ");
  const { port1, port2 } = new MessageChannel();
  const tools = new RegExp(`^(planner-|frameworks/|tools-(${document.documentElement.lang}-|.*\\.(js|wasm)$))`);
  line.dataset.wholly ??= line.textContent;
  port1.onmessage = ({ data: missing }) => {
    line.hidden = missing.includes(files[0]);
    line.textContent = missing.some((file) => tools.test(file)) ? line.dataset.partly : line.dataset.wholly;
  };
  worker.postMessage({ keep: files }, [port2]);
}

// Where the worker's own script has gone, so may all the calculator have: moved to another address, or taken down.
// What is kept would hide that for ever. Half a page that came over a bad network begins as ours does.
async function leaveIfGone(registration) {
  const page = await fetch(document.getElementById("kept").dataset.home, { cache: "no-store", redirect: "manual" });
  const text = page.ok ? await page.text() : "";
  const isAnother = text !== "" && !text.includes("data-page=");
  if (isAnother || page.type === "opaqueredirect" || page.status === 404 || page.status === 410) await registration.unregister();
}
