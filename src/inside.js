// Everything inside: what the page otherwise fetches. The build bundles it with the start script into one classic
// script (site/src/inside.rs), for the one file that opens from a disk and for frames whose host has made them
// strangers to ours.
import { gunzipSync } from "fflate";
import { inFrame } from "./frame.js";
import * as program from "lawgrade/program";
import packed from "lawgrade/program.wasm";
import texts from "lawgrade/texts";

// One program is the calculator and the tools. The oldest browsers cannot unpack by themselves.
let loading;
const load = async () => {
  await program.default({ module_or_path: gunzipSync(packed) });
  return program;
};

globalThis.lawgradeInside = { program: () => (loading ??= load()), texts, inFrame };
