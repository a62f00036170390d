import { claimFacts, SEAL_OF_FACTS } from "@/lib/audit/sql/facts";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { Batch } from "./batch";
import { headMoves } from "./head-moves";
import { recordEntries } from "./record-entries";
import { SEAL_OF_ENTRIES } from "./seal-line";

/** What a link of the chain did besides its entries. */
export type Link = {
  readonly startedAt: Date;
  /** `performance.now()` at the start of the work. */
  readonly began: number;
  readonly changes: number;
  readonly entries: number;
  /** First day of the month that this link closes, `YYYY-MM-DD`. */
  readonly closes?: string;
  /** SHA-256 of the statements that this link issues. */
  readonly statementsDigest?: Uint8Array<ArrayBuffer>;
};

/**
 * Seals a link. Its digest covers its entries, the authors of billed changes, the link's other effects, records since
 * the previous link, and the previous digest. The ledger head must be locked, and moves to this link.
 */
export async function seal(tx: Tx, batch: Batch, link: Link): Promise<void> {
  const { number, entries, changes } = batch;
  const duration = Math.max(0, Math.round(performance.now() - link.began));
  const closes = link.closes ?? null;
  const statements = link.statementsDigest ?? null;
  await claimFacts(tx, number);
  await tx.$executeRaw`
    insert into rollup (company_id, number, started_at, posted_at, change_count, entry_count, duration_ms,
      revenue_minor, payout_minor, closes, statements_digest, facts_digest, changes_digest, previous_digest, digest)
    select h.company_id, ${number}::bigint, ${link.startedAt}::timestamptz, ${link.startedAt}::timestamptz,
      ${link.changes}::integer, ${link.entries}::integer, ${duration}::integer,
      l.revenue, l.payout, ${closes}::date, ${statements}::bytea, f.digest, c.digest, h.digest,
      sha256(convert_to(concat_ws('|', encode(h.digest, 'hex'), ${number}::bigint, l.entries,
        'closes ' || ${closes}::text, 'issues ' || encode(${statements}::bytea, 'hex'),
        'facts ' || encode(f.digest, 'hex'), 'changes ' || encode(c.digest, 'hex')), 'UTF8'))
    from ledger_head h
    cross join (
      select ${SEAL_OF_ENTRIES} as entries,
        coalesce(sum(case when e.kind = 'charge' then e.amount_minor when e.kind = 'credit' then -e.amount_minor end), 0) as revenue,
        coalesce(sum(case when e.kind = 'payout' then e.amount_minor when e.kind = 'clawback' then -e.amount_minor end), 0) as payout
      ${entries}
    ) l
    cross join (
      select ${SEAL_OF_FACTS} as digest from ledger_fact f
      where f.company_id = ${tx.company} and f.rollup_number = ${number}::bigint
    ) f
    cross join (${changes}) c
    where h.company_id = ${tx.company}`;
  await tx.$executeRaw`
    update ledger_head set rollup_number = ${number}, digest = r.digest
    from rollup r where r.company_id = ${tx.company} and r.number = ${number} and ledger_head.company_id = ${tx.company}`;
  await recordEntries(tx, batch, link.startedAt);
  headMoves(tx.company);
}
