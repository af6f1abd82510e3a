// Where code is not compiled from bytes, as on Cloudflare Workers, a bundler makes a WebAssembly.Module of the file.
import program from "./lawgrade.wasm";
import { loader } from "./load.js";

export const load = loader(() => program);
