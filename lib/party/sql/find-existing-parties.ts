import type { SqlTx } from "@/lib/platform/sql/in-company";

export type PartyIds = {
  readonly offerIds: readonly number[];
  readonly trafficSourceIds: readonly number[];
  readonly buyerIds: readonly number[];
};
export type ExistingParties = {
  readonly offers: ReadonlySet<number>;
  readonly trafficSources: ReadonlySet<number>;
  readonly buyers: ReadonlySet<number>;
};

/** Which of these ids belong to the company. */
export async function findExistingParties(
  tx: SqlTx,
  { offerIds, trafficSourceIds, buyerIds }: PartyIds,
): Promise<ExistingParties> {
  const rows = await tx.$queryRaw<{ kind: string; id: bigint }[]>`
    select 'offer' as kind, id from offer where company_id = ${tx.company} and id = any(${offerIds}::bigint[])
    union all
    select 'traffic_source', id from traffic_source where company_id = ${tx.company} and id = any(${trafficSourceIds}::bigint[])
    union all
    select 'buyer', id from buyer where company_id = ${tx.company} and id = any(${buyerIds}::bigint[])`;
  const of = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map((row) => Number(row.id)));
  return { offers: of("offer"), trafficSources: of("traffic_source"), buyers: of("buyer") };
}
