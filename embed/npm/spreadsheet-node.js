// Spreadsheets in Node, Deno and Bun, whose programs lie in files. Typed by spreadsheet.d.ts.
import { readFile } from "node:fs/promises";
import { readerLoader } from "./spreadsheet-reader.js";

export const loadReader = readerLoader(() => readFile(new URL("./reader.wasm", import.meta.url)));
