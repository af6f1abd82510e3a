// What the page keeps in memory: JavaScript's heap, the program's own memory, the document's nodes.
import { readFile } from "node:fs/promises";
import { desktop, ready, visit } from "./browser.mjs";
import { contestants } from "./contestants.mjs";

const CLICKS = 200;

/** For each contestant what is kept after loading and after many clicks. */
export async function memory(browser, host) {
  const results = {};
  for (const { name, path } of contestants) {
    const { context, page, client } = await visit(browser, desktop);
    await page.addInitScript(watchPrograms);
    await page.goto(`${host.address}${path}`);
    await ready(page);
    await page.waitForTimeout(1000);
    const loaded = await kept(page, client);
    await page.evaluate(clickMany, CLICKS);
    await page.waitForTimeout(1000);
    results[name] = { loaded, clicked: await kept(page, client) };
    await context.close();
  }
  return { clicks: CLICKS, sides: results };
}

/** Notes the memory of every program that a frame starts. */
export function watchPrograms() {
  window.programs = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...words) => {
      const started = await start.apply(WebAssembly, words);
      const { exports } = started.instance ?? started;
      if (exports.memory) window.programs.push(exports.memory);
      return started;
    };
  }
}

async function kept(page, client) {
  await client.send("HeapProfiler.enable");
  await client.send("HeapProfiler.collectGarbage");
  await client.send("Performance.enable");
  const { metrics } = await client.send("Performance.getMetrics");
  const metric = (name) => metrics.find((metric) => metric.name === name).value;
  return {
    heap: metric("JSHeapUsedSize"),
    program: await page.evaluate(() => window.programs.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)),
    nodes: metric("Nodes"),
    listeners: metric("JSEventListeners"),
  };
}

async function clickMany(clicks) {
  const boxes = document.querySelectorAll(".provision input");
  for (let click = 0; click < clicks; click += 1) {
    boxes[click % boxes.length].click();
    await new Promise(requestAnimationFrame);
  }
}

/** The memory that a process has for itself and its share of what it has with others, on Linux; else undefined. */
export async function processMemory(id) {
  const rollup = await readFile(`/proc/${id}/smaps_rollup`, "utf8").catch(() => "");
  const size = /^Pss:\s+(\d+) kB/m.exec(rollup)?.[1];
  return size && Number(size) * 1024;
}
