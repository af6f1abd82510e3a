// What is on paper, read from the PDF that a browser makes of a page.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const A4 = { width: 21, height: 29.7 };
export const letter = { width: 21.59, height: 27.94 };

/**
 * Prints what is open. Gives the words of each page, line by line, the addresses that its links lead to, and how light
 * the paper is on the average, from 0 for black to 255 for white.
 */
export async function printed(session, { page = A4, background = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "lawgrade-paper-"));
  const file = join(folder, "paper.pdf");
  const read = (program, ...words) => execFileSync(program, [...words], { maxBuffer: 1e9 });
  try {
    writeFileSync(file, await session.print({ page, background }));
    const text = read("pdftotext", "-layout", file, "-").toString();
    const pages = text.split("\f").slice(0, -1).map((page) => page.split("\n").map((line) => line.trim()).filter(Boolean));
    const links = read("pdfinfo", "-url", file).toString().split("\n").slice(1).map((line) => line.trim().split(/\s+/).at(-1)).filter(Boolean);
    read("pdftoppm", "-gray", "-r", "20", file, join(folder, "page"));
    return { pages, words: pages.flat().join(" "), links, light: pages.map((_, number) => lightness(picture(folder, number + 1, pages.length))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const picture = (folder, number, last) => readFileSync(join(folder, `page-${`${number}`.padStart(`${last}`.length, "0")}.pgm`));

// A PGM: three lines in words, then a byte for each point.
function lightness(pgm) {
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString("latin1")).map(Number);
  const points = pgm.subarray(pgm.length - width * height);
  return points.reduce((sum, point) => sum + point, 0) / points.length;
}

/** Has every style sheet of the release show on the screen what it shows on paper, where an engine's driver does not print. */
export const paperOnScreen = (text) => text.replace(/@media print/g, "@media all").replace(/@media screen/g, "@media not all");
