import { Prisma } from "../generated/client";
import type { Tx } from "../in-company";

export type OwnerRow = {
  readonly id: number;
  readonly name: string;
  readonly settings: unknown;
  readonly convertsWithBuyer: boolean;
  /** The default price or payout in force; null where there is none. */
  readonly amountMinor: bigint | null;
  readonly percentBasisPoints: number | null;
};

type Row = {
  id: bigint;
  name: string;
  settings: unknown;
  converts_with_buyer: boolean | null;
  amount_minor: bigint | null;
  percent_basis_points: number | null;
};

/** Buyers or offers by name, with their newest settings; `after` is the last one of the page before. */
export async function listOwners(
  tx: Tx,
  side: "buyer" | "offer",
  { words, after, limit, at }: { words: string; after: { name: string; id: number } | null; limit: number; at: Date },
): Promise<OwnerRow[]> {
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const table = side === "buyer" ? Prisma.sql`buyer` : Prisma.sql`offer`;
  const key = side === "buyer" ? Prisma.sql`buyer_id` : Prisma.sql`offer_id`;
  const other = side === "buyer" ? Prisma.sql`offer_id` : Prisma.sql`traffic_source_id`;
  const rows = await tx.$queryRaw<Row[]>`
    select o.id, o.name, r.settings, r.converts_with_buyer, t.amount_minor, t.percent_basis_points
    from ${table} o
    left join lateral (
      select settings, converts_with_buyer from rule_set
      where rule_set.company_id = ${tx.company} and rule_set.${key} = o.id order by version desc limit 1
    ) r on true
    left join lateral (
      select amount_minor, percent_basis_points, withdrawn from terms
      where terms.company_id = ${tx.company} and terms.side = ${side} and terms.${key} = o.id and terms.${other} is null
        and terms.valid_from <= ${at} order by valid_from desc limit 1
    ) t on not t.withdrawn
    where o.company_id = ${tx.company} and lower(o.name) like ${pattern}
      and (${after === null} or (lower(o.name), o.id) > (${after?.name ?? ""}, ${after?.id ?? 0}::bigint))
    order by lower(o.name), o.id limit ${limit}`;
  return rows.map((row) => ({
    id: Number(row.id),
    name: row.name,
    settings: row.settings ?? {},
    convertsWithBuyer: row.converts_with_buyer ?? false,
    amountMinor: row.amount_minor,
    percentBasisPoints: row.percent_basis_points,
  }));
}
