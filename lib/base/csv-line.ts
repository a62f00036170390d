export type CsvCell = string | number | boolean | null;

const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

/** Characters that start a formula in spreadsheets, including full-width ones, at the start or after a separator. */
const FORMULA = /(^|[;\t\r\n])([\s"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * One RFC 4180 line, with its line end. All CSV is written here. A cell that a spreadsheet could read as a formula,
 * also with semicolons as separators, gets a leading apostrophe; amounts stay numbers. An earlier layout passes its own
 * `disarm`.
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
