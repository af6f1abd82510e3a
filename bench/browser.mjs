// The browser that everything is measured in.
import { chromium } from "playwright-core";

const executablePath = process.env.CHROME_PATH ?? "/usr/bin/chromium";
const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];

export const open = () => chromium.launch({ executablePath, args });

/** The mid-range phone and the slow network that Lighthouse emulates, with delays as it applies them. */
export const phone = {
  context: { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true },
  cpu: 4,
  network: { offline: false, latency: 562.5, downloadThroughput: (1474.56 * 1024) / 8, uploadThroughput: (675 * 1024) / 8 },
};

/** The same page as a visitor with a desktop sees it. */
export const desktop = { context: { viewport: { width: 1280, height: 900 } }, cpu: 1, network: undefined };

/** A page in a context of its own, so with nothing in its cache, on a device. */
export async function visit(browser, device) {
  const context = await browser.newContext({ locale: "en-US", ...device.context });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: device.cpu });
  if (device.network) {
    await client.send("Network.enable");
    await client.send("Network.emulateNetworkConditions", device.network);
  }
  return { context, page, client };
}

/**
 * Waits until the page or its twin answers switches, as after a visitor has pointed at them: those in view before do not yet.
 */
export const ready = (page) =>
  page.waitForFunction(() => {
    document.getElementById("calculator")?.dispatchEvent(new Event("pointermove"));
    return document.querySelector("body:not(:has(#waiting)) #calculator input") !== null;
  }, undefined, { polling: 20 });
