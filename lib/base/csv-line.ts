export type CsvCell = string | number | boolean | null;

const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

/** What a spreadsheet begins a formula with, full-width signs too; at the beginning, or behind what others take for a separator. */
const FORMULA = /(^|[;\t\r\n])([\s"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * One line of RFC 4180, with its line end: the one way in which CSV is written here. What a spreadsheet could take for a
 * formula gets an apostrophe in front, also where it reads semicolons, as it does in half of Europe. Amounts stay numbers.
 * A layout that was printed before brings the `disarm` that it was printed with.
 */
export function csvLine(cells: readonly CsvCell[], disarm: (text: string) => string = disarmed): string {
  return `${cells.map((cell) => cellText(cell, disarm)).join(",")}\r\n`;
}

function disarmed(text: string): string {
  return text.replace(/^(?=[\t\r\n])/, "'").replace(FORMULA, "$1$2'");
}

function cellText(cell: CsvCell, disarm: (text: string) => string): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = NUMBER.test(cell) ? cell : disarm(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
