import { idle, savesData } from "./intent.js";
import { trusted } from "./trusted.js";

/**
 * Has the page kept for use without a network, by the script at this address, once a visitor is idle. Where that fails,
 * the page goes on. Whoever saves data keeps nothing; what was kept before the browser renews anyway, and that is told.
 */
export async function keepPage(address) {
  if (savesData() && !navigator.serviceWorker?.controller) return;
  await idle();
  import(address).then(({ keepOffline }) => keepOffline(trusted)).catch((error) => console.warn(error));
}
