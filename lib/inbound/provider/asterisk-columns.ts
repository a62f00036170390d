import { parse } from "csv-parse/sync";

/** One record of a CDR file by Asterisk's column names. */
export type CdrRow = Readonly<Record<string, string>>;

/** The columns of Master.csv in the order of cdr_csv; the file has no header. */
const MASTER =
  "accountcode src dst dcontext clid channel dstchannel lastapp lastdata start answer end duration billsec disposition amaflags".split(
    " ",
  );
const UNIQUE_ID = /^(?:[\w.-]+-)?\d{9,}\.\d+$/;

const CHARACTERS_A_RECORD = 64 * 1024;

/** The rows of a Master.csv or of an export with a header. Throws what the CSV parser throws. */
export function parseRows(text: string): CdrRow[] {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = firstLine.includes(",") ? "," : firstLine.includes("\t") ? "\t" : ";";
  const lines: string[][] = parse(text, {
    bom: true,
    delimiter,
    relaxColumnCount: true,
    skipEmptyLines: true,
    maxRecordSize: CHARACTERS_A_RECORD,
  });
  const names = lines[0]?.map((name) => name.trim().toLowerCase()) ?? [];
  const hasHeader = names.includes("src") && (names.includes("billsec") || names.includes("disposition"));
  if (!hasHeader) return lines.map(masterRow);
  return lines.slice(1).map((line) => row(names, line));
}

function masterRow(line: readonly string[]): CdrRow {
  return { ...row(MASTER, line), ...extras(line.slice(MASTER.length)) };
}

/**
 * `loguniqueid` and `loguserfield` add one column each, `newcdrcolumns` three; of those only the last is a plain
 * number.
 */
function extras(columns: readonly string[]): CdrRow {
  const [peeraccount = "", linkedid = "", sequence = ""] = columns.slice(-3);
  const hasNew = columns.length >= 3 && /^\d+$/.test(sequence) && UNIQUE_ID.test(linkedid);
  const old = hasNew ? columns.slice(0, -3) : columns;
  const uniqueid = old[0] !== undefined && UNIQUE_ID.test(old[0]) ? old[0] : "";
  const userfield = old[uniqueid ? 1 : 0] ?? "";
  return { uniqueid, userfield, ...(hasNew && { peeraccount, linkedid, sequence }) };
}

function row(names: readonly string[], line: readonly string[]): CdrRow {
  return Object.fromEntries(names.map((name, position) => [name, (line[position] ?? "").trim()]));
}
