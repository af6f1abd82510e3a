import { defineConfig } from "@playwright/test";

// Several copies of the project can be tested at the same time.
const port = Number(process.env.LAWGRADE_TEST_PORT ?? 8937);

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "results",
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // axe looks at everything, and a machine that does much else at once takes its time.
  timeout: 90000,
  // It may even keep a page from its work for longer than a test waits: once more. What fails twice is a fault, and what did
  // not succeed at once is listed as flaky at the end.
  retries: 1,
  // Pictures show the fonts that come with the tests, so they are the same on every machine.
  snapshotPathTemplate: "looks/{arg}{ext}",
  expect: {
    // A machine that does much else at once answers late.
    timeout: 10000,
    toHaveScreenshot: { maxDiffPixels: 200, threshold: 0.02 },
  },
  reporter: [["list"]],
  use: {
    // What no name of a page is given with is the calculator’s page.
    baseURL: `http://127.0.0.1:${port}/a/sub-path/connecticut.html`,
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--font-render-hinting=none", "--disable-lcd-text"],
    },
  },
  webServer: { command: `node server.mjs ${port}`, port, reuseExistingServer: false },
});
