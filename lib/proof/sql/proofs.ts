import type { Actor } from "@/lib/access/domain/actor";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type ProofRow = {
  readonly id: number;
  readonly startedAt: Date;
  readonly progressAt: Date;
  readonly finishedAt: Date | null;
  readonly percentDone: number;
  readonly entryCount: number;
  readonly linkCount: number;
  readonly outcome: "holds" | "differs" | "failed" | null;
  readonly difference: string | null;
  readonly actorName: string | null;
};

type Row = {
  id: bigint;
  started_at: Date;
  progress_at: Date;
  finished_at: Date | null;
  percent_done: number;
  entry_count: bigint;
  link_count: bigint;
  outcome: ProofRow["outcome"];
  difference: string | null;
  actor_name: string | null;
};

export async function readLastProof(tx: SqlTx): Promise<ProofRow | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select p.*, coalesce(m.name, k.name) as actor_name
    from proof p
    left join member m on p.actor_type = 'member' and m.company_id = ${tx.company} and m.id = p.actor_id
    left join api_key k on p.actor_type = 'api_key' and k.company_id = ${tx.company} and k.id = p.actor_id
    where p.company_id = ${tx.company} order by p.started_at desc, p.id desc limit 1`;
  return row
    ? {
        id: Number(row.id),
        startedAt: row.started_at,
        progressAt: row.progress_at,
        finishedAt: row.finished_at,
        percentDone: row.percent_done,
        entryCount: Number(row.entry_count),
        linkCount: Number(row.link_count),
        outcome: row.outcome,
        difference: row.difference,
        actorName: row.actor_name,
      }
    : null;
}

/** Returns the id of a new run; null while another runs. A run without progress since `diedBefore` is abandoned. */
export async function insertProof(tx: SqlTx, actor: Actor, at: Date, diedBefore: Date): Promise<number | null> {
  await tx.$executeRaw`
    update proof set finished_at = progress_at, outcome = 'failed'
    where company_id = ${tx.company} and finished_at is null and progress_at < ${diedBefore}::timestamptz`;
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    insert into proof (company_id, actor_type, actor_id, started_at, progress_at)
    values (${tx.company}::bigint, ${actor.type}, ${actor.id}::bigint, ${at}::timestamptz, ${at}::timestamptz)
    on conflict do nothing returning id`;
  return row ? Number(row.id) : null;
}

export async function saveProgress(tx: SqlTx, id: number, percent: number, at: Date): Promise<void> {
  await tx.$executeRaw`
    update proof set percent_done = greatest(percent_done, ${percent}::integer), progress_at = ${at}::timestamptz
    where company_id = ${tx.company} and id = ${id}::bigint and finished_at is null`;
}

export type Finished = Pick<ProofRow, "entryCount" | "linkCount" | "outcome" | "difference">;

export async function finishProof(tx: SqlTx, id: number, at: Date, done: Finished): Promise<void> {
  await tx.$executeRaw`
    update proof set finished_at = ${at}::timestamptz, progress_at = ${at}::timestamptz, percent_done = 100,
      entry_count = ${done.entryCount}::bigint, link_count = ${done.linkCount}::bigint, outcome = ${done.outcome},
      difference = ${done.difference}
    where company_id = ${tx.company} and id = ${id}::bigint and finished_at is null`;
}

export type ChainHeadRow = { readonly number: number; readonly digest: string; readonly postedAt: Date | null };

export async function readChainHead(tx: SqlTx): Promise<ChainHeadRow> {
  const [row] = await tx.$queryRaw<{ number: bigint; digest: string; posted_at: Date | null }[]>`
    select h.rollup_number as number, encode(h.digest, 'hex') as digest, r.posted_at
    from ledger_head h
    left join rollup r on r.company_id = ${tx.company} and r.number = h.rollup_number
    where h.company_id = ${tx.company}`;
  if (!row) throw new Error(`company ${tx.company} has no ledger`);
  return { number: Number(row.number), digest: row.digest, postedAt: row.posted_at };
}
