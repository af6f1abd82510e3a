// A WordPress of its own, from Debian's packages, with a database that is gone when the tests end.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, start } from "../engines/engines.mjs";
import { until } from "../engines/until.mjs";

/** Where Debian's package lies; `WORDPRESS=/path` tries another. */
export const source = process.env.WORDPRESS ?? "/usr/share/wordpress";
export const version = /wp_version = '([\d.]+)'/.exec(readFileSync(join(source, "wp-includes/version.php"), "utf8"))[1];

const config = ({ folder, address }) => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${folder}/socket' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'AUTH_KEY', 'a' ); define( 'SECURE_AUTH_KEY', 'b' ); define( 'LOGGED_IN_KEY', 'c' ); define( 'NONCE_KEY', 'd' );
define( 'WP_HOME', '${address}' );
define( 'WP_SITEURL', '${address}' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', '${folder}/debug.log' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1' );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'FS_METHOD', 'direct' );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;

const installs = `
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Host', 'admin', 'admin@example.org', true, '', 'admin' );
wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'author', 'role' => 'author' ) );
`;

/** Starts one, and gives what the tests ask of it. */
export async function wordpress() {
  const folder = mkdtempSync(join(tmpdir(), "lawgrade-wordpress-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  const [site, data] = ["site", "data"].map((name) => join(folder, name));
  cpSync(source, site, { recursive: true, dereference: true, filter: (path) => !path.endsWith("/.htaccess") });
  rmSync(join(site, "wp-config.php"), { force: true });
  mkdirSync(join(site, "wp-content/upgrade"), { recursive: true });
  const port = await freePort();
  const address = `http://localhost:${port}`;
  writeFileSync(join(site, "wp-config.php"), config({ folder, address }));

  const does = (program, words, input) => {
    const { status, stdout, stderr } = spawnSync(program, words, { input, encoding: "utf8" });
    if (status !== 0) throw new Error(`${program}: ${stdout}${stderr}`);
    return stdout;
  };
  does("mariadb-install-db", ["--no-defaults", "--user=root", `--datadir=${data}`, "--auth-root-authentication-method=normal", "--skip-test-db"]);
  const database = start("/usr/sbin/mariadbd", ["--no-defaults", "--user=root", `--datadir=${data}`, `--socket=${folder}/socket`, `--pid-file=${folder}/pid`, "--skip-networking"], { cwd: folder });
  const sql = (text) => does("mariadb", ["--no-defaults", "--user=root", `--socket=${folder}/socket`, "--batch", "--skip-column-names"], text);
  await Promise.race([database.failed, until(() => existsSync(join(folder, "socket")) && sql("select 1").trim(), "1")]);
  sql("create database wordpress character set utf8mb4");
  /** Runs PHP in it and gives what that prints. */
  const php = (code, before = "") => does("php", ["-d", "display_errors=stderr"], `<?php $_SERVER['HTTP_HOST'] = 'localhost:${port}'; $_SERVER['REQUEST_METHOD'] = 'GET'; ${before} require '${site}/wp-load.php'; ${code}`);
  php(installs, "define( 'WP_INSTALLING', true );");
  const server = start("php", ["-d", "upload_max_filesize=8M", "-S", `localhost:${port}`, "-t", site], { cwd: folder, env: { ...process.env, PHP_CLI_SERVER_WORKERS: "6" } });
  await Promise.race([server.failed, until(() => fetch(`${address}/wp-login.php`).then(({ ok }) => ok, () => false), true)]);
  return {
    address,
    php,
    log: () => (existsSync(join(folder, "debug.log")) ? readFileSync(join(folder, "debug.log"), "utf8") : ""),
    rows: (what) => sql(`use wordpress; ${what}`).trim(),
    async end() {
      server.end();
      const ended = new Promise((done) => database.child.once("exit", done));
      database.end();
      await ended;
    },
  };
}
