import { expect } from "vitest";
import type { Call } from "@/lib/platform/sql/generated/client";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Books } from "@/lib/testing/books/read-books";
import type { Model } from "./given-model";
import { standingOf } from "./oracle";
import { type OracleCall, SIDES } from "./oracle-call";
import type { World } from "./world";

/** Every call equals its oracle: decisions, mechanisms, parties and amounts. */
export function expectOraclesCalls({ calls, world }: Model, books: Books): void {
  const rows = new Map(books.calls.map((row) => [Number(row.id), row]));
  const wrong = calls.flatMap(({ id, oracle }) => {
    const row = rows.get(id);
    const [actual, expected] = [row ? foundState(row) : [], expectedState(oracle, world)];
    return actual.join() === expected.join() ? [] : [{ id, actual: actual.join(), expected: expected.join(), oracle }];
  });
  expect(wrong.slice(0, 3), `${wrong.length} calls differ`).toEqual([]);
}

/** What each party owes or has earned, from standing amounts of the oracle's calls only. */
export function expectOraclesTotals({ calls, world }: Model, { accounts, balances }: Books): void {
  const totals = new Map<string, bigint>();
  for (const { oracle } of calls) {
    for (const side of SIDES) {
      const standing = standingOf(oracle, side, world);
      if (!standing) continue;
      const key = `${side} ${standing.party}`;
      totals.set(key, (totals.get(key) ?? 0n) + standing.amount);
    }
  }
  for (const { id, buyerId, trafficSourceId } of accounts) {
    if (buyerId === null && trafficSourceId === null) continue;
    const own = balances.filter(({ accountId }) => accountId === id);
    const owed = own.reduce((sum, row) => sum + BigInt(row.debitMinor.minus(row.creditMinor).toFixed()), 0n);
    const [key, balance] = buyerId === null ? [`offer ${trafficSourceId}`, -owed] : [`buyer ${buyerId}`, owed];
    expect(balance, key).toBe(totals.get(key) ?? 0n);
  }
}

/** By rollup and, within one, by inserting statement. Returns the number of offsets. */
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
  const { buyerConverted, offerConverted } = row;
  return [
    ...[buyerConverted, row.buyerMechanism, row.buyerExplicit, row.buyerRuleId, row.buyerLocked, row.buyerId],
    buyerConverted ? row.revenueMinor : 0n,
    ...[offerConverted, row.offerMechanism, row.offerExplicit, row.offerRuleId, row.offerLocked, row.trafficSourceId],
    offerConverted ? row.payoutMinor : 0n,
  ];
}

function expectedState(oracle: OracleCall, world: World) {
  return SIDES.flatMap((side) => {
    const { on, by, explicit, rule, locked, party } = oracle[side];
    return [on, by, explicit, rule, locked, party, standingOf(oracle, side, world)?.amount ?? 0n];
  });
}
