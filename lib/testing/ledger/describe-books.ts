import { type Books, readBooks } from "../books/read-books";
import type { GivenContext } from "../factories/given-company";

export type BookDescription = { readonly entries: readonly string[]; readonly balances: readonly string[] };

/**
 * The books without what differs between runs (rollup numbers, times, seals) and companies (ids), so that equal
 * scenarios compare equal.
 */
export async function describeBooks({ company, ...parties }: GivenContext): Promise<BookDescription> {
  const books = await readBooks(company);
  const account = accountNames(books, parties);
  const place = new Map(books.calls.map(({ id }, position) => [id, `call ${position + 1}`]));
  const month = (date: Date) => date.toISOString().slice(0, 7);
  return {
    entries: books.entries
      .map((entry) => {
        const offsets = entry.offsetsVersion === null ? "" : ` offsets ${entry.offsetsKind} ${entry.offsetsVersion}`;
        const moves = `${account(entry.debitAccountId)} → ${account(entry.creditAccountId)}`;
        const months = `${month(entry.bookedOn)} for ${month(entry.serviceDate)}`;
        const from = `${place.get(entry.number)} version ${entry.version}`;
        return `${from} ${entry.kind} ${entry.amountMinor} ${moves} in ${months}${offsets}`;
      })
      .sort(),
    balances: books.balances
      .map(({ accountId, bookedOn, kind, debitMinor, creditMinor }) => {
        return `${account(accountId)} in ${month(bookedOn)}, ${kind}: ${debitMinor} debit, ${creditMinor} credit`;
      })
      .sort(),
  };
}

function accountNames({ accounts }: Books, parties: Omit<GivenContext, "company">): (id: bigint) => string {
  const { buyer, otherBuyer, trafficSource, otherTrafficSource } = parties;
  const namedParties = [buyer, otherBuyer, trafficSource, otherTrafficSource];
  const names = new Map(
    accounts.map(({ id, kind, buyerId, trafficSourceId }) => {
      const party = Number(buyerId ?? trafficSourceId);
      return [id, [kind, namedParties.find(({ id }) => id === party)?.name ?? ""].join(" ").trim()];
    }),
  );
  return (id) => names.get(id) ?? `account ${id}`;
}
