// The built release behind the tests' server.
import { fileURLToPath } from "node:url";
import { freePort, start } from "./engines.mjs";
import { until } from "./until.mjs";

const program = fileURLToPath(new URL("../e2e/server.mjs", import.meta.url));

export async function serve() {
  const port = await freePort();
  const { end } = start(process.execPath, [program, port]);
  const at = (host, path) => `http://${host}:${port}/a/${path}`;
  const page = at("127.0.0.1", "sub-path/connecticut.html");
  await until(() => fetch(page).then(({ ok }) => ok), true);
  return {
    page,
    front: at("127.0.0.1", "sub-path/"),
    strict: at("127.0.0.1", "strict/connecticut.html"),
    embed: at("127.0.0.1", "sub-path/embed.js"),
    // The same server under another name: to a browser, another origin.
    host: at("localhost", "sub-path/examples/iframe.html"),
    end,
  };
}
