// Serves the built release as a good static host does: brotli made beforehand, names with a hash kept for a year.
// Beside it the twin (`twin.html`), grown cards (`grown-10/`), pages with many embeds (`embeds-10.html`) and the
// scripts that are measured in the browser.
import { createServer } from "node:http";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { typeOf } from "../tests/types.mjs";

const here = (path) => new URL(path, import.meta.url);
/** Where the built release lies. */
export const dist = new URL(process.env.LAWGRADE_DIST ?? "../dist/", import.meta.url);
const hashed = /-[0-9a-f]{16}(_bg)?\.\w+$/;

const read = (path) => JSON.parse(readFileSync(here(`../data/${path}.json`)));

/** The card with its framework. */
export const data = { framework: read("frameworks/pic-2019"), card: read("cards/ct-2019") };

// What is measured is the calculator, so it answers the folder itself, in place of the front page.
const calculator = "connecticut.html";
const page = readFileSync(new URL(calculator, dist), "utf8");
const dataPlace = /(<script type="text\/plain" id="data">)([^<]*)/;

/** The card so many times over, as `tests/examples/grown.rs` has written it: `txt` as a page holds it, `json` as files. */
export function grown(times, type) {
  const file = here(`../target/bench/grown-${times}.${type}`);
  if (!existsSync(file)) throw new Error(`${file} is not there: cargo run --package lawgrade-tests --example grown`);
  return readFileSync(file, "utf8");
}

/** The bytes that stand under a path of the host. Throws when there are none. */
function content(path) {
  const [, times, name] = /^grown-(\d+)\/(.*)$/.exec(path) ?? [undefined, undefined, path];
  const file = name || calculator;
  const embeds = /^embeds-(\d+)\.html$/.exec(file);
  if (times && file === calculator) return grownPage(Number(times));
  if (embeds) return hostPage(Number(embeds[1]));
  if (file === "twin.html") return twinPage();
  if (file === "evaluation.html") return evaluationPage;
  if (/^(twin|publicodes)\/|^(evaluators|contest|shapes-contest)\.mjs$/.test(file)) return readFileSync(here(file));
  if (file === "publicodes.js") return readFileSync(fileURLToPath(import.meta.resolve("publicodes")));
  return readFileSync(new URL(file, dist));
}

// The release's own page with a grown card. Nothing is written into it beforehand: what the release has is another card.
function grownPage(times) {
  return page
    .replace(/(<div id="calculator")[^]*(?=<section class="footer")/, "$1></div>\n")
    .replace(dataPlace, (_, start) => `${start}${grown(times, "txt")}`);
}

// The release's own page, with the twin's scripts in place of the calculator's, and the data as JSON.
function twinPage() {
  const preloads = readdirSync(here("twin/")).map((script) => `<link rel="modulepreload" href="twin/${script}">`);
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return page
    .replace("</head>", `${preloads.join("\n")}\n</head>`)
    .replace(/<script type="module" id="boot"[^>]*>/, '<script type="module" src="twin/twin.js">')
    .replace(dataPlace, () => `<script type="application/json" id="data">${json}`);
}

// A host's page is on another site than the calculator. One embed with everything and its neighbours with the panel alone, as a page with many would have them.
function hostPage(count) {
  const panels = '<law-grade parts="panel" height="700"></law-grade>\n'.repeat(count - 1);
  return `<!DOCTYPE html><html lang="en"><meta name="viewport" content="width=device-width"><title>${count}</title>
<link rel="icon" href="data:,"><script defer src="${home}embed.js"></script><body><h1>${count} embedded</h1>
<law-grade height="700"></law-grade>\n${panels}</body></html>`;
}

const evaluationPage = `<!DOCTYPE html><title>Evaluation</title><link rel="icon" href="data:,">
<script type="importmap">{"imports": {"publicodes": "./publicodes.js"}}</script>`;

let home;
const cache = new Map();

/** The bytes under a path, plain and in brotli at its highest quality. */
export function weighed(path) {
  if (!cache.has(path)) {
    const plain = Buffer.from(content(path));
    const brotli = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    cache.set(path, { plain, brotli });
  }
  return cache.get(path);
}

/** How many bytes a visitor's browser is sent for a path. */
export const sent = (path) => Math.min(weighed(path).plain.length, weighed(path).brotli.length);

/** Starts the host, with everything packed beforehand: its address, another name of it, the list of the paths it was asked for, and how to end it. */
export async function host() {
  const files = readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of ["", "twin.html", ...files.map(({ name }) => name)]) weighed(path);
  const asked = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname.slice(1));
    try {
      const { plain, brotli } = weighed(path);
      asked.push(path);
      const packed = /\bbr\b/.test(request.headers["accept-encoding"]) && brotli.length < plain.length;
      response.writeHead(200, {
        "content-type": typeOf(extname(path) ? path : calculator),
        "cache-control": hashed.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
        "x-content-type-options": "nosniff",
        ...(packed ? { "content-encoding": "br", vary: "accept-encoding" } : {}),
      });
      response.end(packed ? brotli : plain);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("not here");
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  home = `http://127.0.0.1:${port}/`;
  return { address: home, other: `http://localhost:${port}/`, asked, close: () => server.close() };
}
