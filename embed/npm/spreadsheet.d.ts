import type { Diagnostic, FrameworkFile, Program } from "./lawgrade.js";

/** A card file: what `lawgrade.rules` and its `table` take, and what the pages of a calculator open. */
export interface CardFile {
  lawgrade: number;
  /** The language of its texts, such as `en`. */
  language: string;
  framework: FrameworkFile;
  /** A row a subject, a column a provision, as `Rules.table` reads it. Left out where there are no cards. */
  cards?: string;
  /** What was found, by subject and provision. */
  findings?: object;
  /** The words of further languages. */
  words?: object;
}

/** One thing that was found in a file, in the reader's language. Its `path` is a cell in words, such as “row 3, column D”, or a JSON pointer in a card file. */
export interface Found extends Omit<Diagnostic, "severity"> {
  /** A note tells how something was read. */
  severity: Diagnostic["severity"] | "note";
}

export interface Reader {
  /**
   * Reads a file by its name and content: XLSX, ODS, CSV, TSV or a card file. What is in it is never thrown: everything
   * that is wrong is told at once, and `card` has what works, or is null where nothing does. An error means that the
   * program itself has stopped, and says so.
   */
  read(name: string, content: string | ArrayBuffer | ArrayBufferView): { diagnostics: Found[]; card: CardFile | null };
  free(): void;
}

export interface ReaderOptions {
  /** The language of the diagnostics: `en`, the default, or `es`. */
  language?: string;
  /** The file `reader.wasm` of the package, where it is not found by itself. The first load that succeeds counts. */
  program?: Program | PromiseLike<Program>;
}

/** Loads what reads spreadsheets, once, and gives a reader in a language. */
export function loadReader(options?: ReaderOptions): Promise<Reader>;
