// The three engines from Debian's packages: how each is started, with its driver and a home of its own.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "./until.mjs";
import { Session } from "./webdriver.mjs";

const own = "127.0.0.1";

// `proxy`: the port on this machine to which the browser turns with everything that it wants from a network.
// `asksItself`: whom the browser asks on its own account, whatever page is open.
// `forgets`: under its driver it keeps what pages store in memory alone, and what an origin has stored for as long as a
// page of it is open.
export const engines = {
  Chromium: {
    driver: "chromedriver",
    asksItself: ["google.com", "googleapis.com", "gvt1.com"],
    capabilities: ({ downloads, proxy }) => ({
      "goog:chromeOptions": {
        binary: "/usr/bin/chromium",
        args: [
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          ...(proxy ? [`--proxy-server=${own}:${proxy}`, "--proxy-bypass-list=<-loopback>"] : []),
        ],
        prefs: { "download.default_directory": downloads },
      },
    }),
  },
  Firefox: {
    driver: "geckodriver",
    asksItself: ["mozilla.com", "mozilla.net", "mozilla.org", "firefox.com"],
    capabilities: ({ downloads, proxy }) => ({
      "moz:firefoxOptions": {
        binary: "/usr/bin/firefox-esr",
        args: ["-headless"],
        prefs: {
          "browser.download.folderList": 2,
          "browser.download.dir": downloads,
          ...(proxy ? firefoxProxy(proxy) : {}),
        },
      },
    }),
  },
  WebKitGTK: {
    driver: "WebKitWebDriver",
    asksItself: [],
    needsScreen: true,
    forgets: true,
    capabilities: ({ proxy }) => ({
      "webkitgtk:browserOptions": {
        args: ["--automation", ...(proxy ? [`--proxy=http://${own}:${proxy}`] : [])],
      },
    }),
  },
};

const firefoxProxy = (port) => ({
  "network.proxy.type": 1,
  "network.proxy.http": own,
  "network.proxy.http_port": port,
  "network.proxy.ssl": own,
  "network.proxy.ssl_port": port,
  "network.proxy.allow_hijacking_localhost": true,
});

export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, own, done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

// Whatever ends the tests ends the programs that they have started.
const running = new Set();
process.on("exit", () => running.forEach((end) => end()));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

// A program with those that it starts, all ended together.
export function start(program, words, options = {}) {
  const child = spawn(program, words, { detached: true, stdio: "ignore", ...options });
  const failed = new Promise((_, fail) => child.on("error", fail));
  failed.catch(() => {});
  const end = (signal = "SIGTERM") => {
    running.delete(end);
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended by itself.
    }
  };
  running.add(end);
  return { child, failed, end };
}

// A screen that nobody sees. WebKitGTK draws on nothing else.
async function screen() {
  const server = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = new Promise((found) => server.child.stdio[3].once("data", found));
  return { end: server.end, display: `:${`${await Promise.race([number, server.failed])}`.trim()}` };
}

// Opens a browser. It keeps what it keeps in a folder that goes with it.
export async function browse(name, proxy) {
  const { driver, capabilities, needsScreen, forgets } = engines[name];
  const home = mkdtempSync(join(tmpdir(), "lawgrade-"));
  const downloads = join(home, "downloads");
  mkdirSync(downloads);
  mkdirSync(join(home, ".config"));
  writeFileSync(join(home, ".config/user-dirs.dirs"), 'XDG_DOWNLOAD_DIR="$HOME/downloads"\n');
  const ends = [() => rmSync(home, { recursive: true, force: true, maxRetries: 10 })];
  const end = async () => {
    for (const end of ends.reverse()) await end();
  };
  try {
    const env = { ...process.env, HOME: home, TMPDIR: home, XDG_CONFIG_HOME: join(home, ".config"), XDG_CACHE_HOME: join(home, ".cache"), XDG_DATA_HOME: join(home, ".local") };
    if (needsScreen) {
      const { display, end } = await screen();
      ends.push(end);
      // Its sandbox needs rights that a container does not give.
      Object.assign(env, { DISPLAY: display, GDK_BACKEND: "x11", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" });
    }
    const port = await freePort();
    const program = start(driver, [`--port=${port}`], { env });
    ends.push(program.end);
    const address = `http://${own}:${port}`;
    await Promise.race([program.failed, until(() => fetch(`${address}/status`).then(({ ok }) => ok), true)]);
    const session = await Session.start(address, capabilities({ downloads, proxy }));
    ends.push(() => session.end().catch(() => {}));
    await session.post("window/rect", { width: 1280, height: 900 });
    return { session, downloads, forgets, end };
  } catch (error) {
    await end();
    throw error;
  }
}
