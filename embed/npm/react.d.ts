import type { CSSProperties, ReactElement, ReactNode } from "react";
import type { Change, Failure, Settings } from "./element.js";

export type { Change, Failure, Settings } from "./element.js";

export interface LawGradeProps extends Settings {
  /** What is shown, as an address or a whole link; it may be set from `onChange`. */
  address?: string | undefined;
  onChange?: ((detail: Change) => void) | undefined;
  onError?: ((detail: Failure) => void) | undefined;
  /** For readers without scripts: a link to the calculator. */
  children?: ReactNode;
  id?: string | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

export function LawGrade(props: LawGradeProps): ReactElement;
