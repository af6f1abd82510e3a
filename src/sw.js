// Keeps pages for use without a network: one worker the calculator's own, another those of frameworks that were opened.
// The build writes their files in, as seen from the release's folder, and their version, which stands in the pages, too.

const version = "[[version]]";
const early = [[pages]];
// Those of workshops are kept once one was opened, with what they need.
const workshop = [[workshop]];
const ofWorkshop = [[of workshop]];
const pages = [...early, ...workshop];
// Those of them that are kept before anybody has opened them: in each language the front page and the calculator. Earlier
// versions had the calculator under the name of the front page.
const unasked = [[keeps all]] ? early : [];
const [, calculator] = unasked;
// What a page needs to answer, and what it can do without.
const program = [[program]];
const others = [[others]];
const files = new Set([...pages, ...ofWorkshop, ...program, ...others]);
const { scope } = registration;
const release = new URL("[[release]]", scope).href;
const addressOf = (file) => release + file;
// Copies of the calculator at other places of the same host keep caches of their own.
const family = `lawgrade ${scope} `;
const name = family + version;

// Hosts answer with all kinds of things in place of a file: an error page, the page itself in place of a script,
// what belongs to another build.
async function isSound(response, content, file) {
  const isHtml = /html/.test(response.headers.get("content-type"));
  if (!response.ok || isHtml !== file.endsWith(".html")) return false;
  if (isHtml) return (await content.text()).includes(version);
  const mark = fingerprint(file);
  if (!mark) return true;
  const digest = await crypto.subtle.digest("SHA-256", await content.arrayBuffer());
  return mark === Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The beginning of the sum of a file's content, in its name.
const fingerprint = (file) => /-([\da-f]{16})\.\w+$/.exec(file)?.[1];

// Made anew without what the way here has left: browsers refuse a redirected response for a page, and “Vary” would
// have it found for the very same request only.
function asKept(response, content) {
  const headers = new Headers(response.headers);
  for (const ofTheWay of ["vary", "content-encoding", "content-length"]) headers.delete(ofTheWay);
  return new Response(content, { headers });
}

async function keepFile(cache, file) {
  if (await cache.match(addressOf(file))) return;
  // A name with a fingerprint is nobody else's, so that the browser's own cache will do, as long as that is sound.
  for (const from of [fingerprint(file) ? "default" : "no-cache", "reload"]) {
    const response = await fetch(addressOf(file), { cache: from });
    const content = await response.blob();
    if (await isSound(response, content, file)) return cache.put(addressOf(file), asKept(response, content));
  }
  throw new Error("the server answered with something else");
}

// Keeps what is not kept yet, and gives the names of what could not be.
async function keepAll(list) {
  const cache = await caches.open(name);
  const missing = [];
  const keep = (file) =>
    keepFile(cache, file).catch((error) => {
      console.warn(`${file} is not kept for use without a network: ${error.message}`);
      missing.push(file);
    });
  await Promise.all(list.map(keep));
  return missing;
}

// A page that is kept has all that it needs, so pages come after the program. `asked` are pages that a visitor has opened.
async function keep(asked) {
  const wanted = pages.filter((page) => unasked.includes(page) || asked.includes(page));
  const missing = await keepAll(program);
  if (missing.length > 0) return [...missing, ...wanted];
  const beside = wanted.some((page) => workshop.includes(page)) ? [...others, ...ofWorkshop] : others;
  return (await Promise.all([keepAll(wanted), keepAll(beside)])).flat();
}

// The caches of other versions: which pages are in them, and whether all in them can be used. Version 0.1.0 kept
// whatever a host had answered. A page that was redirected does not open any more, and what came in place of a script
// does not run.
async function olderCaches() {
  const keys = (await caches.keys()).filter((key) => key.startsWith(family) && key !== name);
  const isBroken = ({ redirected, url, headers }) => redirected || (/html/.test(headers.get("content-type")) && /\.(js|css|wasm)$/.test(url));
  const older = async (key) => {
    const cache = await caches.open(key);
    const inIt = await Promise.all(pages.map((page) => cache.match(addressOf(page))));
    return { key, opened: pages.filter((_, index) => inIt[index]), isBroken: (await cache.matchAll()).some(isBroken) };
  };
  return Promise.all(keys.map(older));
}

// Where a version before this one works, it stays until all of this one is here. Else this one begins, whatever is
// missing: it asks the network, and tries again.
async function install() {
  const older = await olderCaches().catch(() => []);
  const opened = older.flatMap(({ opened }) => opened);
  const needed = unasked.length > 0 ? unasked.slice(0, 2) : opened;
  const missing = await keep(opened).catch(() => pages);
  if (older.some(({ isBroken }) => isBroken)) skipWaiting();
  else if (opened.length > 0 && needed.some((page) => missing.includes(page))) throw new Error("The new version could not be kept. The one before stays.");
}

addEventListener("install", (event) => event.waitUntil(install()));

addEventListener("activate", (event) => {
  const clear = async () => Promise.all((await olderCaches()).map(({ key }) => caches.delete(key)));
  event.waitUntil(clear().catch(() => {}));
});

addEventListener("message", (event) => {
  // A new version waits until the visitor asks for it, or until no page of the old one is open.
  if (event.data === "take over") skipWaiting();
  // From pages of 0.1.0 it comes without the names of their files.
  const { data } = event;
  if (data !== "keep" && !data?.keep) return;
  const asked = data.keep ?? [];
  const answerWith = async (missing) => {
    // A workshop's page stays open, and loads what it needs when the first group hands in.
    if (asked.some((page) => workshop.includes(page))) await clients.claim();
    event.ports[0].postMessage(missing);
  };
  event.waitUntil(keep(asked).catch(() => pages).then(answerWith));
});

async function answer(file, request) {
  const kept = await caches.open(name).then((cache) => cache.match(addressOf(file))).catch(() => {});
  return kept ?? fetch(request);
}

// What a visitor has never opened is not kept. Without a network the front page says so, where that is kept. It is led to
// a place, since what stands behind the “#” would else lead here again.
async function front(file) {
  const [, language] = /\.([a-z]{2,3})\.html$/.exec(file) ?? [];
  const page = addressOf(language ? `${language}.html` : "index.html");
  return (await caches.match(page)) ? Response.redirect(`${page}?unkept#frameworks`) : Response.error();
}

// The file that the address of a page means, as hosts of all kinds write it: es.html, es and es/.
const fileOf = (path) => `${path.replace(/\.html$|\/$/, "") || "index"}.html`;

// What answers an address that a browser goes to; nothing, where that is not ours to say.
function answerToPage(request) {
  const [, path, search] = /^([^?#]*)([^#]*)/.exec(request.url.slice(release.length));
  const file = fileOf(path);
  if (pages.includes(file)) {
    // From a folder, the page would look for its files in there.
    return /.\/$/.test(path) ? Response.redirect(`${addressOf(file)}${search}`) : answer(file, request).catch(() => front(file));
  }
  // Pages for frames are not kept. Without a network the whole page stands in.
  const whole = file.replace(/^embed(?=\.)/, calculator?.replace(".html", ""));
  if (whole !== file) return fetch(request).catch(() => Response.redirect(addressOf(pages.includes(whole) ? whole : calculator)));
  // Some programs write the “#” of a link as %23.
  const [, page, address] = /^([\w.]*)\/?%(?:25)*23(.*)/i.exec(path + search) ?? [];
  if (address && pages.includes(fileOf(page))) return Response.redirect(`${addressOf(page)}#${address}`);
  if (path.startsWith("frameworks/") && /\.html$|\/[^.]*$/.test(path)) return fetch(request).catch(() => front(file));
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(release)) return;
  const path = request.url.slice(release.length).split(/[?#]/)[0];
  // A workshop reads the data that stand in the pages of frameworks, of which another worker keeps those that were opened.
  const read = () => path.startsWith("frameworks/") && path.endsWith(".html") && fetch(request).catch(() => caches.match(addressOf(path)).then((kept) => kept ?? Response.error()));
  const answered = request.mode === "navigate" ? answerToPage(request) : files.has(path) ? answer(path, request) : workshop.length > 0 && read();
  if (answered) event.respondWith(answered);
});
