// The calculator as rows open it: on its own page, and without a frame in the page of a host on another site.
import { serve } from "./server.mjs";
import { until } from "../engines/until.mjs";

export const share = "Share, print and download";
export const told = ".take-away .told";

/** Opens the page from a server with a rule, and waits for its tools. Gives the server. */
export async function opened({ visitor, later }, address = "", rule = undefined) {
  const server = await serve(rule);
  later(server.stop);
  await visitor.open(`${server.page}${address}`);
  await until(() => visitor.count("#calculator[data-tools]"), 1);
  return server;
}

/** The ways that are offered to take something away by hand. */
export const ways = (visitor) => visitor.session.run(() => [...document.querySelectorAll(".take-away .ways > *")].map((way) => way.textContent.trim().replace(/\s+/g, " ")));

/** As hosts have to be answered that load the calculator without a frame. */
export const anywhere = () => ({ headers: { "access-control-allow-origin": "*" } });
export const frameless = '<script defer src="EMBED"></script><law-grade frameless address="pic-2019/ct-2019"></law-grade>';

/** Runs a function in a host's page. It gets the root in which the calculator is. */
export const inRoot = (session, work, ...args) =>
  session.run(new Function("...args", `const root = document.querySelector("law-grade").shadowRoot; return (${work})(root, ...args)`), ...args);

/** Waits until it is shown: what stands there before the program comes is not. */
export const begins = (session) =>
  until(() => session.run(() => document.querySelector("law-grade")?.shadowRoot?.querySelector(".ground")?.hidden ?? true), false);

/** What it shows as the total, also while the host's page is loaded. */
export const total = (session) => session.run(() => document.querySelector("law-grade")?.shadowRoot?.querySelector("#total")?.textContent ?? "");

/** Presses the switch of the provision that the rows use. */
export const pressesBuyers = (session) => inRoot(session, (root) => root.querySelector("[id='2.1-trafficking-law-reaches-buyers']").click());
