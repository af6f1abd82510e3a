// The wrappers of the packed npm package in their frameworks, on a page of another site than the calculator.
import { deepEqual, equal } from "node:assert/strict";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { compile } from "svelte/compiler";
import { freePort, start } from "../engines/engines.mjs";
import { until } from "../engines/until.mjs";
import { beside, esbuild, versions } from "./daily.mjs";
import { project, runs } from "./project.mjs";

const { chromium } = createRequire(new URL("../e2e/package.json", import.meta.url))("@playwright/test");
const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const tsc = file("node_modules/typescript/bin/tsc");
const card = "pic-2019/ct-2019";
// What differs from the card names the edition of the rules.
const first = "pic-2019@2/ct-2019/on=no-age-mistake-defense";
const settings = `home, parts: "panel provisions", theme: "dark"`;

// Each binds the address in both directions and answers after `wait` milliseconds, or at once.
const ears = `
  const { home, wait } = window.test;
  const later = (work) => (wait === undefined ? work() : setTimeout(work, wait));
  const heard = ({ address, total, grade }) => window.heard.push([address, total, grade]);`;
const react = `
  import { createElement, useState } from "react";
  import { createRoot } from "react-dom/client";
  import { LawGrade } from "lawgrade/react";
  ${ears}
  function App() {
    const [address, setAddress] = useState("${first}");
    window.show = setAddress;
    const onChange = (detail) => { heard(detail); later(() => setAddress(detail.address)); };
    return createElement(LawGrade, { ${settings}, address, onChange }, createElement("a", { href: home }, "Open the calculator"));
  }
  const root = createRoot(document.getElementById("root"));
  root.render(createElement(App));
  window.leave = () => root.unmount();`;
const vue = `
  import { createApp, h, ref } from "vue";
  import { LawGrade } from "lawgrade/vue";
  ${ears}
  const address = ref("${first}");
  window.show = (next) => (address.value = next);
  const app = createApp({ render: () => h(LawGrade, { ${settings}, address: address.value, "onUpdate:address": (next) => later(() => (address.value = next)), onChange: heard }, () => h("a", { href: home }, "Open the calculator")) });
  app.mount("#root");
  window.leave = () => app.unmount();`;
const component = `
  <script>
    import { lawgrade } from "lawgrade/svelte";
    ${ears}
    let address = $state("${first}");
    window.show = (next) => (address = next);
    const onchange = (detail) => { heard(detail); later(() => (address = detail.address)); };
  </script>
  <law-grade use:lawgrade={{ ${settings}, address, onchange }}><a href={home}>Open the calculator</a></law-grade>`;
const svelte = `
  import { mount, unmount } from "svelte";
  import App from "./app.js";
  const app = mount(App, { target: document.getElementById("root") });
  window.leave = () => unmount(app);`;

const frameworks = [
  ["React 18", react, { react: "react18", "react-dom": "react-dom18" }],
  ["React 19", react, { react: "react19", "react-dom": "react-dom19" }],
  ["Vue 3", vue, {}],
  ["Svelte 5", svelte, {}],
];

const typed = {
  "react.tsx": `
    import { LawGrade, type Change } from "lawgrade/react";
    export const shown = <LawGrade home="/a/" address="x/y" theme="dark" onChange={({ address, total }: Change) => [address.length, total?.toFixed()]} onError={({ code }) => code.length}><a href="/">x</a></LawGrade>;
    // @ts-expect-error There is no such theme.
    export const wrong = <LawGrade theme="blue" />;`,
  "vue.ts": `
    import { h } from "vue";
    import { LawGrade } from "lawgrade/vue";
    export const shown = h(LawGrade, { home: "/a/", address: "x/y", "onUpdate:address": (address: string) => address.length });`,
  "svelte.ts": `
    import { lawgrade } from "lawgrade/svelte";
    lawgrade(document.createElement("law-grade"), { home: "/a/", onchange: ({ grade }) => grade?.length }).update?.({ parts: "short" });
    // @ts-expect-error Nobody hears that.
    lawgrade(document.createElement("law-grade"), { onclick: () => {} });`,
  "element.ts": `
    import "lawgrade/element";
    const element = document.createElement("law-grade");
    element.address = "x/y";
    element.addEventListener("lawgrade-change", ({ detail }) => detail.address.length);
    element.addEventListener("lawgrade-error", ({ detail }) => detail.remedy.length);`,
};

async function bundled(name, program, alias) {
  const app = name.startsWith("Svelte") ? { "app.js": compile(component, { generate: "client" }).js.code } : {};
  const folder = await project(beside, `wrapper-${name.replace(" ", "-").toLowerCase()}`, { "main.js": program, ...app });
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(folder, "main.js")], absWorkingDir: folder, bundle: true, write: false, format: "iife", alias, conditions: ["browser"],
    define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
  });
  return outputFiles[0].text;
}

describe("wrappers", { timeout: 240_000 }, () => {
  let calculator, home, host, address, browser;
  const scripts = {};
  before(async () => {
    const port = await freePort();
    calculator = start("node", [file("../e2e/server.mjs"), `${port}`, process.env.LAWGRADE_DIST ?? file("../../dist")]);
    home = `http://127.0.0.1:${port}/a/sub-path/`;
    await until(() => fetch(home).then(({ ok }) => ok, () => false), true);
    host = createServer((request, response) => {
      const { searchParams } = new URL(request.url, "http://localhost");
      const test = JSON.stringify({ home, wait: searchParams.has("wait") ? Number(searchParams.get("wait")) : undefined });
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<!DOCTYPE html><div id="root"></div><script>window.heard = []; window.test = ${test}</script><script>${(scripts[searchParams.get("name")] ?? "").replaceAll("</script", "<\\/script")}</script>`);
    });
    await new Promise((done) => host.listen(0, done));
    address = `http://localhost:${host.address().port}/`;
    browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  }, { timeout: 60_000 });
  after(async () => {
    await browser?.close();
    host?.close();
    calculator?.end();
  });

  for (const [name, program, alias] of frameworks) {
    test(`${name}: events come, the address is set, and a binding in both directions settles`, async () => {
      scripts[name] = await bundled(name, program, alias);
      for (const wait of ["", "&wait=0", "&wait=16", "&wait=50"]) {
        const page = await browser.newPage();
        const faults = [];
        page.on("pageerror", (error) => faults.push(error.message));
        await page.goto(`${address}?name=${name}${wait}`);
        const inside = page.frameLocator("iframe");
        await until(() => page.evaluate(() => window.heard.at(-1)?.[0]), first);
        equal(await inside.locator("html").getAttribute("data-theme"), "dark");
        equal(await inside.locator("html").getAttribute("data-parts"), "panel provisions");
        const boxes = inside.locator('[id^="component-2."] input');
        // A provision stands in several components, and is one.
        const law = () => boxes.evaluateAll((boxes) => Object.fromEntries(boxes.map(({ id, checked }) => [id.slice(4), checked])));
        const before = await law();
        const pressed = Object.keys(before).slice(0, 6);
        await boxes.evaluateAll(async (boxes, pressed) => {
          // As fast as a hand can, and some faster.
          for (const id of pressed) {
            boxes.find((box) => box.id.slice(4) === id).click();
            await new Promise((done) => setTimeout(done, 25));
          }
        }, pressed);
        await setTimeout(1500);
        const told = await page.evaluate(() => window.heard.length);
        await setTimeout(1000);
        equal(await page.evaluate(() => window.heard.length), told, `${name}${wait}: no to and fro`);
        deepEqual(await law(), { ...before, ...Object.fromEntries(pressed.map((id) => [id, !before[id]])) }, `${name}${wait}: every step counts`);
        // The host may go where it likes.
        await page.evaluate((next) => window.show(next), card);
        await inside.locator("#change", { hasText: "as published" }).waitFor();
        await page.evaluate(() => window.leave());
        equal(await page.locator("law-grade").count(), 0);
        deepEqual(faults, []);
        await page.close();
      }
    });
  }

  test(`TypeScript ${versions.typescript} knows props, events and the element`, async () => {
    const compilerOptions = { target: "es2022", module: "esnext", moduleResolution: "bundler", lib: ["ES2022", "DOM", "DOM.Iterable"], jsx: "react-jsx", strict: true, noEmit: true, skipLibCheck: true, exactOptionalPropertyTypes: true, types: [] };
    const folder = await project(beside, "wrapper-types", { ...typed, "tsconfig.json": JSON.stringify({ compilerOptions, files: Object.keys(typed) }) });
    equal(await runs(folder, process.execPath, tsc, "-p", "."), "");
  });
});
