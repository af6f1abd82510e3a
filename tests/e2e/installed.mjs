// The packed npm package, installed in an empty folder as somebody who uses it would.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const npm = fileURLToPath(new URL("../../target/npm", import.meta.url));

/** What a program prints there. `program` is its text, or makes it of the installed README. */
export function printedBy(program) {
  const folder = mkdtempSync(join(tmpdir(), "lawgrade-"));
  try {
    const packed = readdirSync(npm).find((name) => name.endsWith(".tgz"));
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent", "--offline", join(npm, packed)], { cwd: folder });
    const text = typeof program === "string" ? program : program(readFileSync(join(folder, "node_modules/lawgrade/README.md"), "utf8"));
    writeFileSync(join(folder, "program.mjs"), text);
    return execFileSync("node", ["program.mjs"], { cwd: folder, env: { ...process.env, FORCE_COLOR: "0" } }).toString();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
