/** What the element shows and how. */
export interface Settings {
  /** The address of the calculator's folder, from which its script and frame come. Without it the page loads the script. */
  home?: string | undefined;
  framework?: string | undefined;
  card?: string | undefined;
  /** The address of a card of your own. */
  data?: string | undefined;
  /** With `framework`: a part of its page in place of one card. */
  view?: "ranking" | "spread" | "who" | "map" | "years" | undefined;
  theme?: "auto" | "light" | "dark" | "system" | undefined;
  /** Which of `panel provisions tools`, or `short`. */
  parts?: string | undefined;
  lang?: string | undefined;
  /** In pixels, until the height is known. */
  height?: number | string | undefined;
  /** What the frame is called for those who do not see it. */
  title?: string | undefined;
  frameless?: boolean | undefined;
}

/** What a visitor has come to. Figures are missing where a result has none. */
export interface Change {
  address: string;
  total?: number;
  max?: number;
  grade?: string;
}

/** What went wrong: codes are listed in the README. */
export interface Failure {
  code: string;
  sentence: string;
  remedy: string;
}

/** The element once its script has run. */
export interface LawGradeElement extends HTMLElement {
  /** What is shown; setting it to what was just heard does nothing. */
  address: string;
}

/** Has the page load the calculator's script, once. Does nothing on a server. */
export function loadElement(home: string): void;

/** Settings as attributes of the element; what is not set has none. */
export function attributesOf(settings: Settings): Record<string, string>;

/** Calls `change` and `error` with the details of the element's events. Gives a function that ends it. */
export function listen(
  element: HTMLElement,
  hears: { change?: (detail: Change) => void; error?: (detail: Failure) => void },
): () => void;

declare global {
  interface HTMLElementTagNameMap {
    "law-grade": LawGradeElement;
  }
  interface HTMLElementEventMap {
    "lawgrade-change": CustomEvent<Change>;
    "lawgrade-error": CustomEvent<Failure>;
  }
}
