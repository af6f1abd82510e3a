// Medians and how they are written down.

/** The middle, the tenth and the ninetieth percentile of a list of numbers. */
export function spread(list) {
  const sorted = list.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
  return { median: at(0.5), low: at(0.1), high: at(0.9), count: list.length };
}

const digits = (number) => (number >= 100 ? 0 : number >= 10 ? 1 : number >= 0.1 ? 2 : 4);

export const plain = (number) => number.toFixed(digits(Math.abs(number)));

/** "2.31 (2.10 to 3.02)". */
export const inWords = ({ median, low, high }) => `${plain(median)} (${plain(low)} to ${plain(high)})`;

/** How many times the second is in the first: "1.21". */
export const ratio = (a, b) => (a.median / b.median).toFixed(2);

/** "1,234". */
export const whole = (number) => Math.round(number).toLocaleString("en-US");

/** "12.3 kB", of a thousand bytes each; "12.3 MB". */
export const bytes = (count) => (count >= 1e6 ? `${(count / 1e6).toFixed(1)} MB` : `${(count / 1e3).toFixed(1)} kB`);

/** A table in Markdown: the first column is text, the others are numbers. */
export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map((_, column) => (column === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
