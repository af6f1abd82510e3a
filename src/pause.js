/**
 * Settled once the browser has done what is due: it has answered what was pressed, and painted. Not a timer: browsers
 * keep those waiting in tabs that are not seen.
 */
export function pause() {
  if (globalThis.scheduler?.yield) return scheduler.yield();
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });
}
