import { expect } from "vitest";
import type { Call, Entry } from "@/lib/db/generated/client";
import { inCompany } from "@/lib/db/in-company";
import { type Books, grouped } from "@/lib/testing/books/read-books";
import type { Model } from "./given-model";
import type { OracleCall, OracleEntry, OracleSide } from "./oracle";

/** Every call stands as its oracle has it, and was billed entry by entry as its oracle was. */
export function expectOraclesCalls({ calls }: Model, books: Books): void {
  const partyOf = new Map(books.accounts.map((each) => [each.id, Number(each.buyerId ?? each.trafficSourceId)]));
  const rows = new Map(books.calls.map((row) => [Number(row.id), row]));
  const entriesOf = grouped(books.entries, (entry) => Number(entry.number));
  const wrong = calls.flatMap(({ id, oracle }) => {
    const row = rows.get(id);
    const found = [...(row ? foundState(row) : []), ...foundEntries(entriesOf.get(id) ?? [], partyOf)];
    const expected = [...expectedState(oracle), ...oracle.entries.map(line).sort()];
    return found.join() === expected.join() ? [] : [{ id, found, expected }];
  });
  expect(wrong.slice(0, 3), `${wrong.length} calls differ`).toEqual([]);
}

/** What each party owes or has earned: the standing amounts of the oracle's calls, and not one entry. */
export function expectOraclesTotals({ calls }: Model, { accounts, balances }: Books): void {
  const totals = new Map<string, bigint>();
  const add = ({ on, shown, party }: OracleSide, side: string) => {
    if (on) totals.set(`${side} ${party}`, (totals.get(`${side} ${party}`) ?? 0n) + shown);
  };
  for (const { oracle } of calls) {
    add(oracle.buyer, "buyer");
    add(oracle.offer, "source");
  }
  for (const { id, buyerId, trafficSourceId } of accounts) {
    if (buyerId === null && trafficSourceId === null) continue;
    const own = balances.filter(({ accountId }) => accountId === id);
    const owed = own.reduce((sum, row) => sum + BigInt(row.debitMinor.minus(row.creditMinor).toFixed()), 0n);
    const [key, balance] = buyerId === null ? [`source ${trafficSourceId}`, -owed] : [`buyer ${buyerId}`, owed];
    expect(balance, key).toBe(totals.get(key) ?? 0n);
  }
}

/** By rollup and, within one, by the statement that inserted the row. Answers how many offsets there are. */
export async function expectChargesBeforeCredits({ ctx }: Model): Promise<number> {
  const company = ctx.company.id;
  const [row] = await inCompany(
    company,
    (tx) => tx.$queryRaw<{ offsets: number; early: number }[]>`
      select count(*)::integer as offsets, count(*) filter (
        where (e.rollup_number, e.cmin::text::bigint) <= (o.rollup_number, o.cmin::text::bigint))::integer as early
      from entry e
      join entry o on o.company_id = ${company} and o.source = e.source and o.number = e.number
        and o.version = e.offsets_version and o.kind = e.offsets_kind
      where e.company_id = ${company}`,
  );
  expect(row?.early).toBe(0);
  return row?.offsets ?? 0;
}

function foundState(row: Call) {
  return [
    ...[row.version, row.buyerConverted, row.buyerMechanism, row.buyerExplicit, row.buyerLocked],
    ...[row.buyerId, row.revenueMinor],
    ...[row.offerConverted, row.offerMechanism, row.offerExplicit, row.offerLocked],
    ...[row.trafficSourceId, row.payoutMinor],
  ];
}

function expectedState({ version, buyer, offer }: OracleCall) {
  const side = ({ on, by, explicit, locked, party, shown }: OracleSide) => [on, by, explicit, locked, party, shown];
  return [version, ...side(buyer), ...side(offer)];
}

function foundEntries(entries: readonly Entry[], partyOf: ReadonlyMap<bigint, number>): string[] {
  const found = entries.map(({ kind, version, amountMinor, debitAccountId, creditAccountId, offsetsVersion }) => {
    const account = kind === "charge" || kind === "clawback" ? debitAccountId : creditAccountId;
    return line({ kind, version, amount: amountMinor, party: partyOf.get(account) ?? 0, offsets: offsetsVersion });
  });
  return found.sort();
}

function line({ version, kind, amount, party, offsets }: OracleEntry): string {
  return `${version} ${kind} ${amount} of ${party}${offsets === null ? "" : ` offsets ${offsets}`}`;
}
