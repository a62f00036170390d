import { inject } from "vitest";
import { inDatabase } from "@/lib/testing/database-server";
import { connected } from "@/scripts/database/roles.mjs";

/** Runs SQL as a superuser with triggers, foreign keys and row-level security disabled. */
export async function tamper(...statements: readonly string[]): Promise<void> {
  const { adminUrl } = inject("databaseTemplate");
  const own = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  await connected(inDatabase(adminUrl, own), async (client) => {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    for (const statement of statements) {
      const { rowCount, command } = await client.query(statement);
      if (/^(UPDATE|DELETE|INSERT)/.test(command) && rowCount === 0)
        throw new Error(`the statement changed no row: ${statement}`);
    }
    await client.query("commit");
  });
}

const LEDGER = [
  "account",
  "allocation",
  "balance",
  "billing_move",
  "billing_profile",
  "billing_queue",
  "call",
  "call_change",
  "document",
  "entry",
  "ledger_fact",
  "ledger_head",
  "period",
  "rollup",
  "statement",
] as const;

/** A copy of the company's books, like a dump. */
export function dumpBooks(company: number): Promise<void> {
  return tamper(
    ...LEDGER.map((table) => `create table dump_of_${table} as select * from ${table} where company_id = ${company}`),
  );
}

export function restoreBooks(company: number): Promise<void> {
  return tamper(
    ...LEDGER.map((table) => `do $$ begin delete from ${table} where company_id = ${company}; end $$`),
    ...LEDGER.map(
      (table) => `do $$ begin insert into ${table} overriding system value select * from dump_of_${table}; end $$`,
    ),
  );
}

/** Recomputes every seal of the chain as posting does, except the digests of authors. */
export function recomputeChain(company: number): Promise<void> {
  return tamper(`do $$
    declare link record; before bytea := decode(repeat('00', 32), 'hex'); lines text; facts bytea;
    begin
      for link in select * from rollup where company_id = ${company} order by number loop
        select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', e.source, e.number, e.version, e.kind,
          e.debit_account_id, e.credit_account_id, e.amount_minor, to_char(e.booked_on, 'YYYY-MM-DD'),
          to_char(e.service_date, 'YYYY-MM-DD'), e.offsets_version, e.offsets_kind), E'\\n'
          order by e.source, e.number, e.version, e.kind collate "C"), ''), 'UTF8')), 'hex') into lines
        from entry e where e.company_id = ${company} and e.rollup_number = link.number;
        select sha256(convert_to(string_agg(concat_ws('|', f.kind, f.number, f.place, f.content), E'\\n'
          order by f.kind collate "C", f.number, f.place), 'UTF8')) into facts
        from ledger_fact f where f.company_id = ${company} and f.rollup_number = link.number;
        update rollup set previous_digest = before, facts_digest = facts, digest = sha256(convert_to(concat_ws('|', encode(before, 'hex'),
          link.number, lines, 'closes ' || link.closes::text, 'issues ' || encode(link.statements_digest, 'hex'),
          'facts ' || encode(facts, 'hex'), 'changes ' || encode(link.changes_digest, 'hex')), 'UTF8')),
          revenue_minor = (select coalesce(sum(case kind when 'charge' then amount_minor when 'credit' then -amount_minor end), 0)
            from entry e where e.company_id = ${company} and e.rollup_number = link.number)
          where company_id = ${company} and number = link.number returning digest into before;
      end loop;
      update ledger_head set digest = before where company_id = ${company};
    end $$`);
}
