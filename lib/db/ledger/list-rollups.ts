import type { Tx } from "../in-company";

export type RollupView = {
  readonly number: number;
  readonly postedAt: Date;
  readonly changes: number;
  readonly entries: number;
  readonly digest: string;
  readonly previousDigest: string;
};

/** Newest first, from below a number on. */
export async function listRollupViews(tx: Tx, below: number | null, limit: number): Promise<RollupView[]> {
  const rows = await tx.rollup.findMany({
    where: { companyId: tx.company, ...(below === null ? {} : { number: { lt: BigInt(below) } }) },
    orderBy: { number: "desc" },
    take: limit,
  });
  return rows.map((row) => ({
    number: Number(row.number),
    postedAt: row.postedAt,
    changes: row.changeCount,
    entries: row.entryCount,
    digest: Buffer.from(row.digest).toString("hex"),
    previousDigest: Buffer.from(row.previousDigest).toString("hex"),
  }));
}
