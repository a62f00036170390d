import type { Fields } from "./api";
import { minutesAgo } from "./minutes-ago";

const COLUMNS = "calldate src dst duration billsec disposition uniqueid linkedid userfield".split(" ");

/** Call detail records as Asterisk writes them, in UTC: several calls in one delivery, each a minute and a half long. */
export function asteriskFile(calls: readonly Fields[]): string {
  const rows = calls.map((call) => {
    const { linkedid } = call;
    const row: Fields = { ...USUAL, uniqueid: linkedid, calldate: wallClock(minutesAgo(10)), ...call };
    return COLUMNS.map((name) => row[name] ?? "").join(",");
  });
  return [COLUMNS.join(","), ...rows].join("\n");
}

const USUAL = { src: "+13035550142", dst: "100", duration: "90", billsec: "84", disposition: "ANSWERED" };

/** An instant as Asterisk writes it. */
export function wallClock(instant: string): string {
  return instant.slice(0, 19).replace("T", " ");
}
