import { expect, test } from "vitest";
import { Prisma } from "@/lib/platform/sql/generated/client";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { asOwner } from "@/lib/testing/as-owner";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import type { EntryFilter } from "./domain/entry-filter";
import { readAccountEntries } from "./sql/account-entries";
import { findAccount } from "./sql/find-account";

const DAYS = 40;
const ENTRIES_A_DAY = 500;
const ALL: EntryFilter = { kind: null, offerId: null, callId: null, from: null, to: null };

/** 20,000 charges of one buyer, every fiftieth with a credit, as forty days of rollups would post them. */
async function givenLongAccount(): Promise<GivenContext> {
  const { ctx } = await givenCompany();
  const values = [ctx.company.id, ctx.buyer.id];
  await asOwner(
    ctx.company.id,
    `insert into rollup (company_id, number, started_at, posted_at, change_count, entry_count, previous_digest, digest)
     select $1, n, now(), now(), ${ENTRIES_A_DAY}, ${ENTRIES_A_DAY}, '', decode(lpad(to_hex(n), 64, '0'), 'hex')
     from generate_series(1, ${DAYS}) n`,
    [ctx.company.id],
  );
  await asOwner(
    ctx.company.id,
    `insert into entry (company_id, source, number, version, kind, rollup_number, debit_account_id, credit_account_id,
       amount_minor, booked_on, service_date, party_account_id)
     select $1, 'call', n, 1, 'charge', 1 + n / ${ENTRIES_A_DAY}, a.id, r.id, 100, d.day, d.day, a.id
     from generate_series(0, ${DAYS * ENTRIES_A_DAY - 1}) n
     cross join lateral (select date '2026-09-01' + n / ${ENTRIES_A_DAY} as day) d
     join account a on a.company_id = $1 and a.buyer_id = $2 join account r on r.company_id = $1 and r.kind = 'revenue'`,
    values,
  );
  await asOwner(
    ctx.company.id,
    `insert into entry (company_id, source, number, version, kind, rollup_number, debit_account_id, credit_account_id,
       amount_minor, booked_on, service_date, party_account_id, offsets_version, offsets_kind)
     select company_id, source, number, 2, 'credit', rollup_number, credit_account_id, debit_account_id, amount_minor,
       booked_on, service_date, party_account_id, 1, 'charge' from entry where company_id = $1 and number % 50 = 0`,
    [ctx.company.id],
  );
  await asOwner(
    ctx.company.id,
    `insert into balance (company_id, account_id, booked_on, kind, offer_id, entry_count, debit_minor, credit_minor)
     select company_id, party_account_id, booked_on, kind, $2, count(*), sum(amount_minor), 0
     from entry where company_id = $1 group by 1, 2, 3, 4`,
    [ctx.company.id, ctx.offer.id],
  );
  // Otherwise the plans depend on when autovacuum last looked.
  await asOwner(ctx.company.id, "analyze entry, balance, rollup", []);
  return ctx;
}

type Node = { "Relation Name"?: string; "Actual Rows": number; "Actual Loops": number; Plans?: Node[] } & Record<
  string,
  unknown
>;

/** Rows of entries that a plan read, whether or not it returned them. */
function entriesTouched(node: Node): number {
  const removed = Object.entries(node).filter(([name]) => name.startsWith("Rows Removed"));
  const stored = removed.reduce((total, [, rows]) => total + Number(rows), node["Actual Rows"]);
  const own = node["Relation Name"] === "entry" ? stored * node["Actual Loops"] : 0;
  return (node.Plans ?? []).reduce((total, Plan) => total + entriesTouched(Plan), own);
}

/** A transaction that counts the entries its statements read. */
function counting(tx: Tx): { tx: Tx; touched: () => number } {
  let total = 0;
  const $queryRaw = async (parts: TemplateStringsArray, ...values: unknown[]) => {
    const statement = Prisma.sql(parts, ...values);
    const [row] = await tx.$queryRaw<{ "QUERY PLAN": { Plan: Node }[] }[]>`explain (analyze, format json) ${statement}`;
    total += entriesTouched(row?.["QUERY PLAN"][0]?.Plan ?? { "Actual Rows": 0, "Actual Loops": 0 });
    return tx.$queryRaw`${statement}`;
  };
  return { tx: Object.create(tx, { $queryRaw: { value: $queryRaw } }), touched: () => total };
}

test("no filter reads or sorts more of a long account than a page needs", async () => {
  const ctx = await givenLongAccount();
  await inCompany(ctx.company.id, async (tx) => {
    const account = await findAccount(tx, { type: "buyer", id: ctx.buyer.id });
    const read = async (filter: Partial<EntryFilter>, after = false) => {
      const page = { accountId: account?.id ?? 0, filter: { ...ALL, ...filter }, through: DAYS, limit: 20 };
      const first = await readAccountEntries(tx, { ...page, after: null });
      const counted = counting(tx);
      const { entries } = await readAccountEntries(counted.tx, { ...page, after: after ? first.next : null });
      return { actual: entries.length, touched: counted.touched() };
    };
    const groups = 2 * ENTRIES_A_DAY * 1.1;
    for (const after of [false, true]) {
      const pages = [await read({}, after), await read({ from: "2026-09-03", to: "2026-10-08" }, after)];
      for (const { actual, touched } of pages) {
        expect(actual).toBe(20);
        expect(touched).toBeLessThan(groups);
      }
    }
    const credits = await read({ kind: "credit" });
    expect(credits.actual).toBe(20);
    expect(credits.touched).toBeLessThan(4 * ENTRIES_A_DAY);
    expect((await read({ kind: "payment" })).touched).toBe(0);
    expect((await read({ kind: "payout" })).touched).toBe(0);
    const ofCall = await read({ callId: 5_000 });
    expect(ofCall.actual).toBe(2);
    expect(ofCall.touched).toBeLessThan(10);
  });
});
