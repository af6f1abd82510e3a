// The page of a host on another site, with the calculator in a frame as high as its content.
import { serve } from "./server.mjs";
import { buyers, withBuyers } from "../engines/visitor.mjs";
import { until } from "../engines/until.mjs";

export const script = '<script defer src="EMBED"></script>';
export const element = `${script}<law-grade address="pic-2019/ct-2019"></law-grade>`;
// Keeps what a host hears and what its console is told.
export const ears = `<script>
window.heard = []; window.told = []; window.failed = [];
addEventListener("lawgrade-change", ({ detail }) => heard.push(detail));
addEventListener("lawgrade-error", ({ detail }) => failed.push(detail));
const warn = console.warn; console.warn = (...words) => (told.push(words.join(" ")), warn(...words));
</script>`;

export async function opens({ session, later }, html, rule, headers) {
  const server = await serve(rule);
  later(server.stop);
  await session.go(server.host(`${ears}${html}`, headers));
  return server;
}

export const frame = (session, work) => session.within("iframe", work);
const height = (session) => session.run(() => document.querySelector("law-grade")?.shadowRoot.querySelector("iframe")?.getBoundingClientRect().height ?? 0);
export const isHigh = (session, least = 5000) => until(async () => (await height(session)) > least, true);
export const heard = (session) => session.run(() => window.heard.at(-1)?.total ?? null);
export const told = (session) => session.run(() => window.told);
// By the keyboard: WebKit's driver clicks beside what lies far down in a high frame.
export const switches = (session, visitor) => frame(session, async () => {
  await until(() => session.run(() => Boolean(document.querySelector("#calculator[data-tools]"))), true);
  await session.run((id) => document.getElementById(id).click(), `2.1-${buyers}`);
  await visitor.shows(withBuyers);
});
