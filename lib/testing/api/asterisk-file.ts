import type { Fields } from "./api";
import { minutesAgo } from "./minutes-ago";

const COLUMNS = "calldate src dst duration billsec disposition uniqueid linkedid userfield".split(" ");

/** Asterisk call detail records in UTC: several calls in one file, each 90 seconds long. */
export function asteriskFile(calls: readonly Fields[]): string {
  const rows = calls.map((call) => {
    const { linkedid } = call;
    const row: Fields = { ...USUAL, uniqueid: linkedid, calldate: wallClock(minutesAgo(10)), ...call };
    return COLUMNS.map((name) => row[name] ?? "").join(",");
  });
  return [COLUMNS.join(","), ...rows].join("\n");
}

const USUAL = { src: "+13035550142", dst: "100", duration: "90", billsec: "84", disposition: "ANSWERED" };

/** An instant in Asterisk's format. */
export function wallClock(instant: string): string {
  return instant.slice(0, 19).replace("T", " ");
}
