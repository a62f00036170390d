export type CsvCell = string | number | boolean | null;

const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

/**
 * One line of RFC 4180, with its line end. A spreadsheet takes a text that begins with =, +, -, @ or a control character for
 * a formula: such a text gets an apostrophe in front, which spreadsheets hide. Amounts stay numbers.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellText).join(",")}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const isFormula = /^[=+\-@\t\r\n]/.test(cell) && !NUMBER.test(cell);
  const safe = isFormula ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
