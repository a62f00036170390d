import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { WrongFact } from "./sql/find-wrong-fact";
import { nameAccount } from "./sql/read-links";

const PAST = "outside Callmark";

/** What was altered, removed or added beside the entries, without amounts and personal values. */
export async function factSentence(
  tx: SqlTx,
  { kind, number, place, wrong, sealed, actual }: WrongFact,
): Promise<string> {
  const did = wrong === "gone" ? "is missing" : wrong === "stray" ? `was added ${PAST}` : null;
  switch (kind) {
    case "account": {
      const name = await nameAccount(tx, String(number));
      return `account ${number}, ${name}, ${did ?? "has another kind or party than when it was opened"}`;
    }
    case "allocation":
      return `settlement ${place} of document ${number} ${did ?? "differs from when it was made"}`;
    case "closing":
      return `the closing record of ${monthOf(number)} ${did ?? "differs from when the month was closed"}`;
    case "company":
      return `the company has the currency and time zone ${readableContent(actual)}, but its ledger is in ${readableContent(sealed)}`;
    case "document":
      return `document ${number}, revision ${place}, ${did ?? "has another author, time or statement than when it was recorded"}`;
    case "terms":
      return `version ${place} of the terms of ${await nameAccount(tx, String(number))} ${did ?? "differs from when it was saved"}`;
    default:
      return `unknown sealed record ${kind} ${number}`;
  }
}

function monthOf(number: number): string {
  return `${Math.floor(number / 100)}-${String(number % 100).padStart(2, "0")}`;
}

function readableContent(content: string | null): string {
  return content?.replace("|", " and ") ?? "unknown";
}
