// Has the calculator kept for use without a network, and offers a new version when there is one.

const address = new URL("sw.js", document.baseURI).href;

// Only this one script may run as a service worker.
const policy = globalThis.trustedTypes?.createPolicy("lawgrade", {
  createScriptURL(url) {
    if (url !== address) throw new TypeError(`not a script of this page: ${url}`);
    return url;
  },
});

// Not in frames, which belong to their host, and not where the browser has no workers for the page.
export async function keepOffline() {
  if (window !== window.top || !window.isSecureContext || !("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register(policy?.createScriptURL(address) ?? address);
  const offerNew = () => {
    const waiting = registration.waiting;
    if (waiting && navigator.serviceWorker.controller) offer(waiting);
  };
  offerNew();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offerNew);
  });
}

function offer(waiting) {
  const notice = document.getElementById("new-version");
  notice.querySelector("button").addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    waiting.postMessage("take over");
  });
  notice.hidden = false;
}
