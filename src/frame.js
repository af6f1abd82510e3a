// The calculator in a frame: tells its host what it shows, and does what the host sets. What does not need the
// calculator, its height and its links, is done before it: see framed.js.
import { changes } from "./changes.js";
import { handOverPaper } from "./paper.js";

export function inFrame(running) {
  const host = globalThis.lawgradeHost;
  if (!host) return;
  const { open, report } = changes(running, (detail) => host.tell("change", detail));
  // However often a host writes, the last word of a frame counts.
  let wanted;
  host.runs({
    report,
    set(address) {
      if (wanted === undefined) {
        // Not when it is painted next: a frame out of view is not.
        setTimeout(() => {
          open(wanted);
          wanted = undefined;
        });
      }
      wanted = address;
    },
  });
  handOverPaper(running.page, host);
}
