import type { ActionReturn } from "svelte/action";
import type { Change, Failure, LawGradeElement, Settings } from "./element.js";

export type { Change, Failure, Settings } from "./element.js";

export interface LawGradeSettings extends Settings {
  /** What is shown, as an address or a whole link; it may be set from `onchange`. */
  address?: string | undefined;
  onchange?: ((detail: Change) => void) | undefined;
  onerror?: ((detail: Failure) => void) | undefined;
}

/** An action: `<law-grade use:lawgrade={{ home, address, onchange }}></law-grade>`. */
export function lawgrade(element: HTMLElement, settings?: LawGradeSettings): ActionReturn<LawGradeSettings>;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "law-grade": HTMLAttributes<LawGradeElement>;
  }
}
