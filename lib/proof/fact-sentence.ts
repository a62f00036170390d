import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { WrongFact } from "./sql/find-wrong-fact";
import { nameAccount } from "./sql/read-links";

const PAST = "past the application";

/** What was altered, removed or added beside the entries, without amounts and personal values. */
export async function factSentence(
  tx: SqlTx,
  { kind, number, place, wrong, sealed, actual }: WrongFact,
): Promise<string> {
  const did = wrong === "gone" ? "is gone" : wrong === "stray" ? `was added ${PAST}` : null;
  switch (kind) {
    case "account": {
      const name = await nameAccount(tx, String(number));
      return `account ${number}, ${name}, ${did ?? "is of another kind or another party than when it was opened"}`;
    }
    case "allocation":
      return `what document ${number} settles was tampered with: its settlement ${place} ${did ?? "says something else than when it was made"}`;
    case "closing":
      return `what was kept of the closing of ${monthOf(number)} ${did ?? "says something else than when it was closed"}`;
    case "company":
      return `the company has the currency and time zone ${readableContent(actual)}; its books are kept in ${readableContent(sealed)}`;
    case "document":
      return `document ${number}, revision ${place}, ${did ?? "names another author, time or statement than when it was recorded"}`;
    case "terms":
      return `version ${place} of the terms of ${await nameAccount(tx, String(number))} ${did ?? "says something else than when it was saved"}`;
    default:
      return `what is kept beside the entries was tampered with: nobody knows what ${kind} ${number} is`;
  }
}

function monthOf(number: number): string {
  return `${Math.floor(number / 100)}-${String(number % 100).padStart(2, "0")}`;
}

function readableContent(content: string | null): string {
  return content?.replace("|", " and ") ?? "nothing that is known";
}
