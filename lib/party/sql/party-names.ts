import type { SqlTx } from "@/lib/platform/sql/in-company";

export type PartyNames = {
  readonly buyers: ReadonlyMap<number, string>;
  readonly sources: ReadonlyMap<number, string>;
};

export async function readPartyNames(
  tx: SqlTx,
  wanted: { readonly buyerIds: readonly number[]; readonly sourceIds: readonly number[] },
): Promise<PartyNames> {
  type Row = { kind: "buyer" | "source"; id: bigint; name: string };
  const rows = await tx.$queryRaw<Row[]>`
    select 'buyer' as kind, b.id, b.name from buyer b
    where b.company_id = ${tx.company} and b.id = any(${wanted.buyerIds}::bigint[])
    union all
    select 'source', t.id, t.name from traffic_source t
    where t.company_id = ${tx.company} and t.id = any(${wanted.sourceIds}::bigint[])`;
  const of = (kind: Row["kind"]) =>
    new Map(rows.filter((row) => row.kind === kind).map(({ id, name }) => [Number(id), name]));
  return { buyers: of("buyer"), sources: of("source") };
}
