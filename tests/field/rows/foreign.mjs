// Foreign hands on an element: the host's styles, its policy, its isolation, its theme.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { anywhere } from "../calculator.mjs";
import { serve } from "../server.mjs";
import { settles, until } from "../../engines/until.mjs";

const script = '<script defer src="EMBED"></script>';

async function opens({ session, later }, html, { rule = anywhere, headers } = {}) {
  const server = await serve(rule);
  later(server.stop);
  await session.go(server.host(html, headers));
  return server;
}

// Both forms: what a work finds inside, once the calculator is there.
const inFrame = (session, work, ...args) => session.within("iframe", () => session.run(work, ...args));
const framed = (session) => until(async () => (await session.run(() => document.querySelector("law-grade").shadowRoot?.querySelector("iframe")?.getBoundingClientRect().height ?? 0)) > 1000, true);
const frameless = (session) => until(() => session.run(() => Boolean([...document.querySelectorAll("law-grade[frameless]")].at(-1).shadowRoot?.querySelector(".ground:not([hidden]) .component input"))), true);
const style = (session, selector, names) => session.run((selector, names) => {
  const style = getComputedStyle(document.querySelector("law-grade").shadowRoot.querySelector(selector));
  return names.map((name) => style.getPropertyValue(name));
}, selector, names);

export const rows = {
  async "B11 no text style of the host gets into a calculator without a frame"({ session, later }) {
    const styles = "text-align: center; text-transform: uppercase; letter-spacing: .2em; white-space: pre; text-indent: 2em; word-spacing: 1em; user-select: none; -webkit-user-select: none; text-shadow: 1px 1px red; word-break: break-all; hyphens: auto; cursor: pointer; font-style: italic; font-variant: small-caps; line-height: 3; writing-mode: horizontal-tb; quotes: none; list-style: none; border-collapse: collapse; tab-size: 20; text-emphasis: dot; -webkit-text-stroke: 1px red; line-break: anywhere; font-stretch: condensed; font-feature-settings: 'smcp'; caret-color: red";
    await opens({ session, later }, `<html dir="rtl" lang="ar"><main style="${styles}">${script}<law-grade frameless></law-grade></main>`);
    await frameless(session);
    // WebKit tells the side that “start” comes to.
    match((await style(session, ".finding", ["text-align"]))[0], /^(start|left)$/);
    deepEqual(await style(session, ".finding", ["direction", "text-transform", "letter-spacing", "white-space", "text-indent", "word-spacing", "text-shadow", "word-break", "cursor", "font-style"]), ["ltr", "none", "normal", "normal", "0px", "0px", "none", "normal", "auto", "normal"]);
    ok((await style(session, ".ground", ["user-select", "-webkit-user-select"])).includes("text"));
    equal((await style(session, ".body", ["direction"]))[0], "ltr");
  },

  async "K4 its letters are as large as the visitor's browser sets them, whatever the host's root says"({ session, later }) {
    const sizes = [];
    for (const root of ["10px", "14px", "16px", "20px", "25px"]) {
      await opens({ session, later }, `<html style="font-size: ${root}">${script}<law-grade frameless></law-grade>`);
      await frameless(session);
      await until(() => session.run(() => document.querySelector("law-grade").shadowRoot.getElementById("total").getClientRects().length), 1);
      sizes.push(await session.run(() => {
        const { shadowRoot } = document.querySelector("law-grade");
        const letters = Number.parseFloat(getComputedStyle(shadowRoot.querySelector(".finding")).fontSize);
        return Math.round(letters * (shadowRoot.querySelector(".body").style.zoom || 1));
      }));
    }
    deepEqual(new Set(sizes), new Set([15]), `${sizes}`);
  },

  async "B13 hidden hides it, and so does a tab that is not chosen, in both forms"({ session, later }) {
    await opens({ session, later }, `<style>.tab { display: none }</style>${script}<law-grade hidden></law-grade><law-grade hidden frameless></law-grade><law-grade class="tab"></law-grade><law-grade class="tab" frameless></law-grade><details><summary>More</summary><law-grade parts="panel"></law-grade></details>`);
    await until(() => session.run(() => [...document.querySelectorAll("law-grade")].every(({ shadowRoot }) => shadowRoot)), true);
    const seen = () => session.run(() => [...document.querySelectorAll("law-grade")].map((element) => element.getBoundingClientRect().height > 0));
    // WebKit gives what is in a closed fold its size, and shows nothing of it.
    deepEqual((await seen()).slice(0, 4), [false, false, false, false]);
    await session.run(() => {
      for (const element of document.querySelectorAll("law-grade")) element.hidden = false;
      document.querySelectorAll(".tab").forEach((element) => element.classList.remove("tab"));
      document.querySelector("details").open = true;
    });
    await until(seen, [true, true, true, true, true]);
    await framed(session);
    equal(await session.run(() => getComputedStyle(document.querySelector("law-grade")).display), "block");
  },

  async "K4 theme rules for iframes do not reach the element's frame"({ session, later }) {
    await opens({ session, later }, `<style>iframe { height: auto !important; aspect-ratio: 16/9; max-height: 80vh; position: absolute; width: 100px !important; border: 9px solid red; opacity: .5 }</style><main style="width: 800px">${script}<law-grade></law-grade></main>`);
    await framed(session);
    await until(() => session.run(() => {
      const { width, height } = document.querySelector("law-grade").shadowRoot.querySelector("iframe").getBoundingClientRect();
      return [Math.round(width), height > 5000];
    }), [800, true]);
  },

  async "B46 it is as light or dark as the page in which it stands, in both forms"({ session, later }) {
    const pages = {
      "": "light",
      "<style>html { color-scheme: dark }</style>": "dark",
      "<style>body { background: #101418; color: #eee }</style>": "dark",
      "<style>html { color-scheme: dark } main { background: #fff }</style>": "light",
      "<style>main { background: oklch(0.2 0.02 260) }</style>": "dark",
    };
    for (const [styles, expected] of Object.entries(pages)) {
      for (const form of ["", "frameless"]) {
        await opens({ session, later }, `<body>${styles}<main>${script}<law-grade ${form}></law-grade></main>`);
        await (form ? frameless(session) : framed(session));
        const theme = form ? () => session.run(() => document.querySelector("law-grade").shadowRoot.querySelector(".body").dataset.theme) : () => inFrame(session, () => document.documentElement.dataset.theme);
        await until(theme, expected);
      }
    }
    // A page that turns takes it along.
    await session.run(() => (document.body.style.background = "none"), "");
    await opens({ session, later }, `<body style="background: white">${script}<law-grade></law-grade>`);
    await framed(session);
    await session.run(() => (document.body.style.background = "black"));
    await until(() => inFrame(session, () => document.documentElement.dataset.theme), "dark");
  },

  async "K4 where the policy refuses our styles, or programs, it is shown in a frame"({ session, later }) {
    for (const [source, missing] of [["script-src 'self' 'unsafe-inline' http:; frame-src http:; connect-src http:; style-src 'none'", "styles"], ["script-src 'unsafe-inline' http:; frame-src http:; connect-src 'none'; style-src http:", "connections"], ["script-src 'unsafe-inline' http:; frame-src http:; connect-src http:; style-src http: 'unsafe-inline'", "programs"]]) {
      await opens({ session, later }, `${script}<law-grade frameless></law-grade>`, { headers: { "content-security-policy": `default-src 'none'; ${source}` } });
      await framed(session).catch((error) => {
        throw new Error(`without ${missing}: ${error.message}`);
      });
    }
  },

  async "K4 where frames are forbidden as well, there is a sentence with a link and not bare text"({ session, later }) {
    await opens({ session, later }, `${script}<law-grade frameless></law-grade>`, { headers: { "content-security-policy": "default-src 'none'; script-src 'unsafe-inline' http:; connect-src http:" } });
    const text = () => session.run(() => document.querySelector("law-grade").shadowRoot?.querySelector("[role=alert]")?.textContent ?? "");
    await until(async () => /could not be shown here/.test(await text()), true);
    match(await text(), /Open it on a page of its own/);
    ok(await session.run(() => document.querySelector("law-grade").getBoundingClientRect().height < 300));
  },

  async "B44 isolated hosts: the element runs where the calculator's host says so, without a frame as well"({ session, later }) {
    const headers = { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" };
    const rule = () => ({ headers: { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin", "cross-origin-embedder-policy": "require-corp" } });
    for (const policy of ["require-corp", "credentialless"]) {
      for (const form of ["", "frameless"]) {
        await opens({ session, later }, `<script defer crossorigin src="EMBED"></script><law-grade ${form}></law-grade>`, { rule, headers: { ...headers, "cross-origin-embedder-policy": policy } });
        await (form ? frameless(session) : framed(session));
      }
    }
  },
  "B38 no scrollbar comes and goes in the frame": {
    async run({ session, later }) {
      await opens({ session, later }, `<script>window.resized = 0; addEventListener("message", ({ data }) => (window.resized += data.type === "resize"))</script><main>${script}<law-grade></law-grade></main>`);
      for (const width of [700, 703, 707, 711, 715]) {
        await session.run((width) => (document.querySelector("main").style.width = `${width}px`), width);
        await framed(session);
        await until(() => inFrame(session, () => innerWidth), width);
        await settles(() => session.run(() => window.resized), 500);
        await until(() => inFrame(session, () => document.documentElement.scrollHeight - document.documentElement.clientHeight <= 1), true);
      }
    },
  },
};
