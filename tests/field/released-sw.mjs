// The service worker of version 0.1.0, with the files of the release at hand: browsers keep it until a newer one comes.
export const releasedWorker = (files) => `
const version = "0.1.0";
const files = ${JSON.stringify(files)};
const family = \`lawgrade \${registration.scope} \`;
const name = family + version;
addEventListener("install", (event) => {
  const requests = files.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(requests)));
});
addEventListener("activate", (event) => {
  const old = (key) => key.startsWith(family) && key !== name;
  event.waitUntil(caches.keys().then((keys) => Promise.all(keys.filter(old).map((key) => caches.delete(key)))));
});
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});
async function answer(request) {
  const cache = await caches.open(name);
  const page = request.mode === "navigate" && new URL(request.url).pathname === new URL(registration.scope).pathname;
  const ignoreSearch = request.mode === "navigate";
  return (await cache.match(page ? "index.html" : request, { ignoreSearch })) ?? fetch(request);
}
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event.request));
});
`;
