// Keeps the calculator for use without a network. The build writes the names of its files and their version in.

const version = "[[version]]";
const files = [[files]];
// Copies of the calculator at other places of the same host keep caches of their own.
const family = `lawgrade ${registration.scope} `;
const name = family + version;

addEventListener("install", (event) => {
  const requests = files.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(requests)));
});

addEventListener("activate", (event) => {
  const old = (key) => key.startsWith(family) && key !== name;
  event.waitUntil(caches.keys().then((keys) => Promise.all(keys.filter(old).map((key) => caches.delete(key)))));
});

// A new version waits until the visitor asks for it, or until no page of the old one is open.
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});

async function answer(request) {
  const cache = await caches.open(name);
  const page = request.mode === "navigate" && new URL(request.url).pathname === new URL(registration.scope).pathname;
  // What stands behind the “?” of a page is for the page.
  const ignoreSearch = request.mode === "navigate";
  return (await cache.match(page ? "index.html" : request, { ignoreSearch })) ?? fetch(request);
}

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event.request));
});
