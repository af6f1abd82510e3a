import type { DefineComponent } from "vue";
import type { Change, Failure, Settings } from "./element.js";

export type { Change, Failure, Settings } from "./element.js";

export interface LawGradeProps extends Settings {
  /** What is shown, as an address or a whole link; `v-model:address` follows the visitor. */
  address?: string | undefined;
  "onUpdate:address"?: ((address: string) => void) | undefined;
  onChange?: ((detail: Change) => void) | undefined;
  onError?: ((detail: Failure) => void) | undefined;
}

export declare const LawGrade: DefineComponent<LawGradeProps>;
