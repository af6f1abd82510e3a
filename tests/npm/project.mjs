// A project of somebody else's with the packed npm package in it, as `cargo xtask package` has left it.
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const npm = fileURLToPath(new URL("../../target/npm/", import.meta.url));
export const packed = join(npm, readdirSync(npm).find((name) => name.endsWith(".tgz")));
const run = promisify(execFile);

/**
 * Makes a folder with these files and the package installed in it. It stands beside the tools of `node_modules`, so
 * that they are found as in a project that has installed them itself.
 */
export async function project(beside, name, files) {
  const folder = fileURLToPath(new URL(`projects/${name}/`, beside));
  rmSync(folder, { recursive: true, force: true });
  const installed = join(folder, "node_modules/lawgrade");
  mkdirSync(installed, { recursive: true });
  await run("tar", ["-xzf", packed, "-C", installed, "--strip-components=1"]);
  for (const [path, content] of Object.entries({ "package.json": '{ "type": "module" }', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Runs a program there, and gives what it prints. */
export async function runs(folder, program, ...words) {
  // Bundlers that ran before set NODE_ENV for themselves.
  const env = { ...process.env, NO_COLOR: "1", NODE_NO_WARNINGS: "1", NODE_ENV: "" };
  try {
    const { stdout } = await run(program, words, { cwd: folder, env, timeout: 240_000 });
    return stdout.trim();
  } catch (error) {
    throw new Error(`${program} ${words.join(" ")}\n${error.stdout}\n${error.stderr}`, { cause: error });
  }
}

/** The version of a tool that stands in `node_modules` beside a test, and where that is. */
export function tool(beside, name) {
  const folder = fileURLToPath(new URL(`node_modules/${name}/`, beside));
  const { name: called, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { folder, title: `${called} ${version}`, load: () => import(createRequire(beside).resolve(name)) };
}
