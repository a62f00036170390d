import type { SqlTx } from "@/lib/platform/sql/in-company";

/** A link of the chain as exported. */
export type Head = {
  readonly company: number;
  readonly number: number;
  /** Hexadecimal. */
  readonly digest: string;
  readonly posted_at: string;
};

/** The links after this one, in order. */
export async function listHeads(tx: SqlTx, after: number, atMost: number): Promise<Head[]> {
  const rows = await tx.$queryRaw<{ number: bigint; digest: string; posted_at: Date }[]>`
    select number, encode(digest, 'hex') as digest, posted_at from rollup
    where company_id = ${tx.company} and number > ${after}::bigint order by number limit ${atMost}::integer`;
  return rows.map((row) => ({
    company: tx.company,
    number: Number(row.number),
    digest: row.digest,
    posted_at: row.posted_at.toISOString(),
  }));
}

/** One server at a time writes the exported links of a company. */
export async function lockHeads(tx: SqlTx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('callmark ledger heads', ${tx.company}::bigint))`;
}
