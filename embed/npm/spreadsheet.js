// Spreadsheets in browsers, workers and bundlers. Typed by spreadsheet.d.ts.
import { readerLoader } from "./spreadsheet-reader.js";

export const loadReader = readerLoader(() => fetch(new URL("./reader.wasm", import.meta.url)));
