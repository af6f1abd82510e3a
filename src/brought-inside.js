// Everything inside a brought card's one file, as inside.js has it for the calculator's: the programs of a framework's page.
import { gunzipSync } from "fflate";
import * as framework from "lawgrade/framework";
import packedFramework from "lawgrade/framework.wasm";
import * as planner from "lawgrade/planner";
import packedPlanner from "lawgrade/planner.wasm";
import texts from "lawgrade/texts";

const programs = { framework: [framework, packedFramework], planner: [planner, packedPlanner] };
const loading = {};
async function load(name) {
  const [program, packed] = programs[name];
  await program.default({ module_or_path: gunzipSync(packed) });
  return program;
}

globalThis.lawgradeInside = { program: (name) => (loading[name] ??= load(name)), texts };
