// Serves the built release as a good static host does: brotli made beforehand, names with a hash kept for a year.
// Beside it the twin (`twin.html`), grown cards (`grown-10/`), pages with many embeds (`embeds-10.html`) and the
// scripts that are measured in the browser.
import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { grown } from "./grown.mjs";

const here = (path) => new URL(path, import.meta.url);
/** Where the built release lies. */
export const dist = new URL(process.env.LAWGRADE_DIST ?? "../dist/", import.meta.url);
const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
};
const hashed = /-[0-9a-f]{16}(_bg)?\.\w+$/;

const dataFile = readdirSync(dist).find((file) => /^ct-2019-.*\.json$/.test(file));

/** The card with its framework, as the page loads it. */
export const data = JSON.parse(readFileSync(new URL(dataFile, dist)));

/** The bytes that stand under a path of the host. Throws when there are none. */
function content(path) {
  const [, times, rest] = /^grown-(\d+)\/(.*)$/.exec(path) ?? [undefined, "1", path];
  const file = rest || "index.html";
  const embeds = /^embeds-(\d+)\.html$/.exec(file);
  if (times !== "1" && file === dataFile) return JSON.stringify(grown(data, Number(times)));
  if (embeds) return hostPage(Number(embeds[1]));
  if (file === "twin.html") return twinPage();
  if (file === "evaluation.html") return evaluationPage;
  if (/^(twin|publicodes)\/|^(evaluators|contest)\.mjs$/.test(file)) return readFileSync(here(file));
  if (file === "publicodes.js") return readFileSync(fileURLToPath(import.meta.resolve("publicodes")));
  return readFileSync(new URL(file, dist));
}

// The release's own page, with the twin's scripts in place of the calculator's.
function twinPage() {
  const scripts = readdirSync(here("twin/"));
  const preloads = scripts.map((script) => `<link rel="modulepreload" href="twin/${script}">`).join("\n");
  return readFileSync(new URL("index.html", dist), "utf8")
    .replace(/<link rel="modulepreload"[^>]*>/, preloads)
    .replace(/<link rel="preload"[^>]*wasm[^>]*>/, "")
    .replace(/<script type="module" id="boot"[^>]*>/, '<script type="module" src="twin/twin.js">');
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

/** Starts the host: its address, another name of it, the list of the paths it was asked for, and how to end it. */
export async function host() {
  const asked = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname.slice(1));
    try {
      const { plain, brotli } = weighed(path);
      asked.push(path);
      const packed = /\bbr\b/.test(request.headers["accept-encoding"]) && brotli.length < plain.length;
      response.writeHead(200, {
        "content-type": types[extname(path) || ".html"] ?? "application/octet-stream",
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
