// Serves the built release as a plain static host would. `node server.mjs PORT [FOLDER]`
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { asIfIdle } from "../idle.mjs";
import { typeOf } from "../types.mjs";
import { headersOf } from "./headers.mjs";

const port = Number(process.argv[2]);
const folder = process.argv[3] ?? fileURLToPath(new URL("../../dist", import.meta.url));
// Under /a/strict the server sends what the release tells hosts to send; under /a/sub-path it is a plain host, and under
// /a/as-built one whose pages wait before they load what they may need later.
const headers = headersOf(readFileSync(join(folder, "_headers"), "utf8"));

createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  // The release must work from any sub-path, so the tests use it from one.
  const file = path.replace(/^\/a\/(sub-path|strict|as-built)/, "").replace(/\/$/, "/index.html");
  const strict = path.startsWith("/a/strict") ? headers(file) : {};
  // Browsers ask for it where a page names no icon.
  if (path === "/favicon.ico") return response.writeHead(204).end();
  try {
    const body = await readFile(join(folder, file));
    response.writeHead(200, { "content-type": typeOf(file), ...strict });
    response.end(file.endsWith(".html") && !path.startsWith("/a/as-built") ? asIfIdle(body.toString()) : body);
  } catch {
    response.writeHead(404, { "content-type": "text/plain" }).end("not here");
  }
}).listen(port);
