import { grouped } from "@/lib/base/grouped";
import { isSettling } from "@/lib/document/domain/document-kind";
import type { Books } from "./read-books";

type Document = Books["documents"][number];

/** Documents that differ from their entries, or settle more than their amount. */
export function documentFaults(books: Books): string[] {
  const entries = grouped(
    books.entries.filter(({ source }) => source === "document"),
    ({ number, version }) => `${number} ${version}`,
  );
  const numbers = grouped(books.documents, ({ number }) => number);
  return [
    ...books.documents.flatMap((document) =>
      entryFaultsOf(document, entries.get(`${document.number} ${document.revision}`)),
    ),
    ...[...numbers.values()].flatMap(reversalFaults),
    ...(entries.size === books.documents.length ? [] : ["an entry stems from no document"]),
    ...[...numbers.values()].flatMap((revisions) => settlementFaults(revisions, books)),
    ...books.statements.flatMap((statement) => statementFaults(statement, books)),
  ];
}

function entryFaultsOf(document: Document, entries: Books["entries"] = []): string[] {
  const [entry, another] = entries;
  const columns = [
    "kind",
    "debitAccountId",
    "creditAccountId",
    "amountMinor",
    "rollupNumber",
    "partyAccountId",
  ] as const;
  const same = entry && !another && columns.every((column) => entry[column] === document[column]);
  const late = entry && entry.bookedOn < document.dated;
  return same && !late ? [] : [`document ${document.number}, revision ${document.revision} is not its entry`];
}

function reversalFaults([first, second, ...more]: readonly Document[]): string[] {
  if (!first || (!second && first.revision === 1)) return [];
  const reverses =
    more.length === 0 &&
    second?.kind === `${first.kind}_reversal` &&
    second.debitAccountId === first.creditAccountId &&
    second.creditAccountId === first.debitAccountId &&
    second.amountMinor === first.amountMinor &&
    second.rollupNumber > first.rollupNumber;
  return reverses ? [] : [`document ${first.number} is not simply reversed`];
}

function settlementFaults([first, reversal]: readonly Document[], { accounts, allocations }: Books): string[] {
  if (!first) return [];
  const account = accounts.find(({ id }) => id === first.partyAccountId);
  const lowers = (account?.buyerId != null) !== (first.debitAccountId === first.partyAccountId);
  const own = allocations.filter(({ number }) => number === first.number);
  const used = own.reduce((sum, { amountMinor }) => sum + amountMinor, 0n) * (lowers ? 1n : -1n);
  const most = isSettling(first.kind) && !reversal ? first.amountMinor : 0n;
  return used >= 0n && used <= most ? [] : [`document ${first.number} settles ${used} of ${most}`];
}

function statementFaults({ number, billedMinor }: Books["statements"][number], { allocations }: Books): string[] {
  const billed = BigInt(billedMinor.toFixed());
  const results = allocations
    .filter(({ statementNumber }) => statementNumber === number)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const [least, most] = billed < 0n ? [billed, 0n] : [0n, billed];
  return results >= least && results <= most ? [] : [`statement ${number} bills ${billed} and ${results} is settled`];
}
