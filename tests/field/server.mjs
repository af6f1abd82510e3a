// A web server that answers as real hosts do: by clean addresses, with redirects, with headers of its own, with files
// that are missing or changed on their way. It listens under two names, which to a browser are two sites:
// 127.0.0.1 has the calculator, localhost has the pages of hosts that embed it.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { asIfIdle } from "../idle.mjs";
import { html, typeOf } from "../types.mjs";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const folder = "/a/sub-path/";
const ports = new Set();

/**
 * Serves the built release under `/a/sub-path/`, in a process of its own only as far as its port goes: every server
 * is an origin of its own, so nothing that a browser keeps is shared between rows.
 *
 * `rule({ path, url, request })` is asked first, with the path below the folder. It may give nothing (the file is
 * sent as it is) or any of `{ status, headers, body, file, change }`: `file` names another file of the release,
 * `headers` are added, and `change(text)` is what becomes of the text that is sent. With `hasErrorPage`, what is
 * missing is answered with the release's `404.html`, as static hosts do.
 */
export async function serve(rule = () => {}, { hasErrorPage = false } = {}) {
  const pages = new Map();
  const asked = [];
  const server = createServer((request, response) => answer(request, response).catch((error) => response.writeHead(500).end(`${error}`)));

  async function answer(request, response) {
    const url = new URL(request.url, `http://${request.headers.host}`);
    asked.push(url.href);
    if (url.pathname === "/favicon.ico") return response.writeHead(204).end();
    const page = pages.get(url.pathname);
    if (page) return response.writeHead(200, { "content-type": html, ...page.headers }).end(page.html);
    const path = url.pathname.startsWith(folder) ? url.pathname.slice(folder.length) : undefined;
    const ruled = (path === undefined ? undefined : await rule({ path, url, request })) ?? {};
    const { status = 200, headers = {}, body, change = (text) => text } = ruled;
    if (body !== undefined || status !== 200) {
      return response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers }).end(body ?? "");
    }
    const file = ruled.file ?? decodeURIComponent(path ?? "not of the release").replace(/(^|\/)$/, "$1index.html");
    let content;
    try {
      content = await readFile(join(dist, normalize(`/${file}`)));
    } catch {
      const page = hasErrorPage ? await readFile(join(dist, "404.html")) : "not here";
      return response.writeHead(404, { "content-type": hasErrorPage ? html : "text/plain", ...headers }).end(page);
    }
    const type = typeOf(file);
    const text = /^text|json|manifest/.test(type);
    response.writeHead(200, { "content-type": type, ...headers }).end(text ? change(asIfIdle(content.toString())) : content);
  }

  let port = 0;
  // Again under the same port, so that to a browser it is the same origin.
  const start = async () => {
    await new Promise((done) => server.listen(port, done));
    port = server.address().port;
  };
  const stop = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  await start();
  // A port that an earlier server had would bring what a browser keeps for it.
  while (ports.has(port)) {
    await stop();
    port = 0;
    await start();
  }
  ports.add(port);
  const at = (host, path) => `http://${host}:${port}${path}`;
  return {
    /** The folder of the release, which is its front page. */
    folder: at("127.0.0.1", folder),
    /** The calculator's own page. */
    page: at("127.0.0.1", `${folder}connecticut.html`),
    /** The script that hosts load. */
    embed: at("127.0.0.1", `${folder}embed.js`),
    /** The page for frames. */
    frame: at("127.0.0.1", `${folder}embed.html`),
    /** Every address that was asked for, in order. */
    asked,
    /**
     * Has a page of a host on the other site, and gives its address. EMBED, FRAME and PAGE in it become the
     * addresses of `embed.js`, `embed.html` and the folder of the release.
     */
    host(html, headers = {}) {
      const path = `/host/${pages.size + 1}`;
      const filled = html.replaceAll("EMBED", this.embed).replaceAll("FRAME", this.frame).replaceAll("PAGE", this.folder);
      pages.set(path, { html: `<!DOCTYPE html><meta charset="utf-8">${filled}`, headers });
      return at("localhost", path);
    },
    /** The same page on the calculator's own origin. */
    sameOrigin: (address) => address.replace("localhost", "127.0.0.1"),
    start,
    stop,
  };
}

/** What hosts with clean addresses do: `x.html` leads to `/x`, `index.html` to the folder, and `/x` is answered by `x.html`. */
export function cleanAddresses({ path, url }, { status = 308, keepsQuery = true } = {}) {
  const query = keepsQuery ? url.search : "";
  if (/(^|\/)index\.html$/.test(path)) return redirect(status, `${url.pathname.slice(0, -"index.html".length)}${query}`);
  if (path.endsWith(".html")) return redirect(status, `${url.pathname.slice(0, -".html".length)}${query}`);
  if (path !== "" && !path.endsWith("/") && !extname(path)) return { file: `${path}.html` };
  // Names such as “embed.es” have a dot that is no ending of a file.
  if (/^(connecticut|embed|lawgrade|frameworks\/[\w/-]+)\.(?!js)[a-z]{2}$/.test(path)) return { file: `${path}.html` };
}

export const redirect = (status, location) => ({ status, headers: { location } });

/** Puts a script at the head of a page, so that it runs before anything of the page does. */
export const runFirst = (work) => (html) => html.replace("<head>", `<head><script>(${work})();</script>`);
