// What Criterion has measured natively, before this: `cargo bench` leaves its estimates in the target folder.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../target", import.meta.url)), "criterion");

const json = (path) => JSON.parse(readFileSync(path, "utf8"));

/** For each benchmark its name and the median with its confidence interval, in nanoseconds. */
export function native() {
  if (!existsSync(folder)) throw new Error("nothing was measured natively: cargo bench --package scoring");
  const runs = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(join("new", "estimates.json")));
  const measured = runs.map((path) => {
    const { full_id: name } = json(join(folder, path, "..", "benchmark.json"));
    const { median: { point_estimate: median, confidence_interval: { lower_bound: low, upper_bound: high } } } = json(join(folder, path));
    return { name, median, low, high };
  });
  return measured.toSorted((one, other) => one.name.localeCompare(other.name));
}
