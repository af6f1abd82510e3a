// Real web servers with the release behind them, each as its own users start it.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "../engines/engines.mjs";

const here = import.meta.url;
const file = (path) => fileURLToPath(new URL(path, here));
const dist = file("../../dist");
const embed = (name) => readFileSync(file(`../../embed/${name}`), "utf8").replaceAll("/srv/lawgrade/dist", dist);
const script = (name, path) => file(`node_modules/${name}/${path}`);
const packaged = (name) => `${name} ${JSON.parse(readFileSync(script(name, "package.json"), "utf8")).version}`;
const says = (program, ...words) => {
  const { stdout, stderr } = spawnSync(program, words, { encoding: "utf8" });
  return `${stdout}${stderr}`.trim().split("\n")[0];
};

// A folder of a server's own, with these files in it. It goes when the tests end.
function folder(files = {}) {
  const made = mkdtempSync(join(tmpdir(), "lawgrade-server-"));
  process.on("exit", () => rmSync(made, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(made, name), content.replaceAll("HERE", made));
  return made;
}

// The release without what tells `serve` how to answer, as in a copy that has lost it.
function untold() {
  const copy = join(folder(), "dist");
  cpSync(dist, copy, { recursive: true });
  rmSync(join(copy, "serve.json"));
  return copy;
}

const nginx = (port) => {
  const made = folder();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${made}/${name};`).join(" ");
  writeFileSync(
    join(made, "nginx.conf"),
    `user root; daemon off; pid ${made}/pid; error_log ${made}/errors; events {}
    http { access_log off; ${temporary} server { listen 127.0.0.1:${port};\n${embed("nginx.conf").replace("include mime.types", "include /etc/nginx/mime.types")}\n} }`,
  );
  return ["/usr/sbin/nginx", ["-c", join(made, "nginx.conf"), "-e", join(made, "errors")]];
};

const caddy = (port) => {
  const made = folder({ Caddyfile: `{\n\tadmin off\n\tauto_https off\n}\n${embed("Caddyfile").replace("example.org", `http://127.0.0.1:${port}`)}` });
  return ["/usr/bin/caddy", ["run", "--config", join(made, "Caddyfile"), "--adapter", "caddyfile"]];
};

const apache = (port) => {
  const modules = ["mpm_event", "authz_core", "mime", "dir", "headers", "rewrite", "alias"].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
  const made = folder({
    "apache.conf": `${modules.join("\n")}
ServerName localhost
ServerRoot HERE
PidFile HERE/pid
Mutex file:HERE default
ErrorLog HERE/errors
User www-data
Group www-data
Listen 127.0.0.1:${port}
TypesConfig /etc/mime.types
DocumentRoot HERE/empty
Alias /lawgrade ${dist}
<Directory ${dist}>
  AllowOverride All
  Require all granted
</Directory>
`,
  });
  mkdirSync(join(made, "empty"));
  return ["/usr/sbin/apache2", ["-f", join(made, "apache.conf"), "-DFOREGROUND"]];
};

/**
 * Wrangler needs a newer Node than the project does.
 *
 * `command(port)` is a program and its words, `path` where the release is. `tells` means that the server sends the
 * headers of the release, `rescues` that it leads a wrapped link on before a worker is there.
 */
export const servers = [
  { title: says("python3", "--version"), name: "python3 -m http.server", path: "/", command: (port) => ["python3", ["-m", "http.server", `${port}`, "--bind", "127.0.0.1", "--directory", dist]] },
  { title: packaged("serve"), name: "npx serve", path: "/", tells: true, rescues: true, command: (port) => ["node", [script("serve", "build/main.js"), "-L", "-l", `tcp://127.0.0.1:${port}`, dist]] },
  { title: packaged("serve"), name: "npx serve without serve.json, by clean addresses", path: "/", rescues: true, command: (port) => ["node", [script("serve", "build/main.js"), "-L", "-l", `tcp://127.0.0.1:${port}`, untold()]] },
  { title: packaged("http-server"), name: "npx http-server", path: "/", rescues: true, command: (port) => ["node", [script("http-server", "bin/http-server"), dist, "-p", `${port}`, "-a", "127.0.0.1", "-s"]] },
  { title: packaged("wrangler"), name: "npx wrangler pages dev", path: "/", tells: true, rescues: true, command: (port) => [script("node22", "bin/node"), [script("wrangler", "bin/wrangler.js"), "pages", "dev", dist, "--port", `${port}`, "--ip", "127.0.0.1", "--inspector-port", "0", "--compatibility-date", "2026-01-01"]] },
  { title: says("/usr/sbin/nginx", "-v"), name: "nginx with embed/nginx.conf", path: "/lawgrade/", tells: true, rescues: true, command: nginx },
  { title: `Caddy ${says("/usr/bin/caddy", "version")}`, name: "Caddy with embed/Caddyfile", path: "/lawgrade/", tells: true, rescues: true, command: caddy },
  { title: says("/usr/sbin/apache2", "-v"), name: "Apache with the release’s .htaccess", path: "/lawgrade/", tells: true, rescues: true, command: apache },
];

/** Starts one, and gives its address once it answers, and what ends it. */
export async function run({ command, path }, port, until) {
  const [program, words] = command(port);
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1", XDG_CONFIG_HOME: folder() };
  const { failed, end } = start(program, words, { env, cwd: folder() });
  const address = `http://127.0.0.1:${port}${path}`;
  await Promise.race([failed, until(() => fetch(address).then(({ ok }) => ok), true)]);
  return { address, end };
}

