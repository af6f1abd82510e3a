// From a click to the painted result, in the browser, on the built release. Prints; never judges.
import { buyers, test } from "./visitor.mjs";

const CLICKS = 200;

for (const throttling of [1, 4]) {
  test(`click to painted result, CPU ${throttling} times as slow`, async ({ lawgrade, page }) => {
    await lawgrade.open();
    const client = await page.context().newCDPSession(page);
    await client.send("Emulation.setCPUThrottlingRate", { rate: throttling });
    const box = await lawgrade.switchIn("2.1", buyers).elementHandle();
    const times = await page.evaluate(
      async ([box, clicks]) => {
        const painted = () =>
          new Promise((done) => {
            const channel = new MessageChannel();
            channel.port1.onmessage = done;
            requestAnimationFrame(() => channel.port2.postMessage(null));
          });
        const times = { script: [], layout: [], painted: [] };
        for (let click = 0; click < clicks; click += 1) {
          await painted();
          const start = performance.now();
          box.click();
          for (let turn = 0; turn < 20; turn += 1) await null; // The page updates in microtasks.
          times.script.push(performance.now() - start);
          document.body.getBoundingClientRect();
          times.layout.push(performance.now() - start);
          await painted();
          times.painted.push(performance.now() - start);
        }
        return times;
      },
      [box, CLICKS],
    );
    for (const [what, list] of Object.entries(times)) {
      const sorted = list.toSorted((a, b) => a - b);
      const at = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(2);
      console.log(`${what.padEnd(8)} median ${at(0.5)} ms, 95% ${at(0.95)} ms, of ${CLICKS} clicks`);
    }
  });
}
