// Makes the program of the rules ready.
import init from "./glue.js";
import { api } from "./card.js";
import { failed, forbidden, loaderOf } from "./loading.js";

/** Makes the function `load` for an environment where the program is at one of these places; see `loaderOf`. */
export const loader = (...places) => loaderOf(instantiated, places);

async function instantiated(module) {
  const other = (cause) => failed("this WebAssembly is not the program of this version of lawgrade; copy it from the package again.", cause);
  // Another program that asks for nothing would be taken, and fail at the first call.
  if (!WebAssembly.Module.exports(module).some(({ name }) => name === "cohort_new")) throw other();
  try {
    await init({ module_or_path: module });
  } catch (error) {
    // Safari heeds a policy only here.
    throw error instanceof WebAssembly.LinkError || error instanceof TypeError ? other(error) : forbidden(error);
  }
  return api;
}
