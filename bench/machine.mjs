// What is measured on.
import { availableParallelism, cpus, loadavg, release, totalmem } from "node:os";

export const machine = (browser) => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model.trim() || "unknown",
  memory: totalmem(),
  system: `${process.platform} ${release().split(/[-+]/)[0]}`,
  browser: `Chromium ${browser.version()}, headless`,
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
  load: loadavg()[0],
});
