import { trusted } from "./trusted.js";

/** Has the page kept for use without a network, by the script at this address. Where that fails, the page goes on. */
export function keepPage(address) {
  import(address).then(({ keepOffline }) => keepOffline(trusted)).catch((error) => console.warn(error));
}
