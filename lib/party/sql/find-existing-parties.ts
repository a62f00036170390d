import type { SqlTx } from "@/lib/platform/sql/in-company";

export type PartyIds = {
  readonly offerIds: readonly number[];
  readonly trafficSourceIds: readonly number[];
  readonly buyerIds: readonly number[];
};
type Parties = {
  readonly offers: ReadonlySet<number>;
  readonly trafficSources: ReadonlySet<number>;
  readonly buyers: ReadonlySet<number>;
};
/** `archived` ones exist too, and may stay where they are. */
export type ExistingParties = Parties & { readonly archived: Parties };

type Row = { kind: string; id: bigint; archived_at: Date | null };

/** Which of these ids belong to the company. */
export async function findExistingParties(
  tx: SqlTx,
  { offerIds, trafficSourceIds, buyerIds }: PartyIds,
): Promise<ExistingParties> {
  const rows = await tx.$queryRaw<Row[]>`
    select 'offer' as kind, id, archived_at from offer where company_id = ${tx.company} and id = any(${offerIds}::bigint[])
    union all
    select 'traffic_source', id, archived_at from traffic_source where company_id = ${tx.company} and id = any(${trafficSourceIds}::bigint[])
    union all
    select 'buyer', id, archived_at from buyer where company_id = ${tx.company} and id = any(${buyerIds}::bigint[])`;
  const archived = rows.filter(({ archived_at }) => archived_at !== null);
  return { ...partiesOf(rows), archived: partiesOf(archived) };
}

function partiesOf(rows: readonly Row[]): Parties {
  const of = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map((row) => Number(row.id)));
  return { offers: of("offer"), trafficSources: of("traffic_source"), buyers: of("buyer") };
}
