import type { PartyKind } from "@/lib/party/domain/party-kind";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type ActivitySums = {
  readonly calls: number;
  readonly buyerConversions: number;
  readonly offerConversions: number;
  /** Of standing conversions, in minor units. */
  readonly revenueMinor: bigint;
  readonly payoutMinor: bigint;
};

type Row = { calls: bigint; buyer: bigint; offer: bigint; revenue: string; payout: string };

const COLUMN: Readonly<Record<PartyKind, Prisma.Sql>> = {
  buyer: Prisma.sql`buyer_id`,
  offer: Prisma.sql`offer_id`,
  traffic_source: Prisma.sql`traffic_source_id`,
};

/** The calls of a party that started in the span, with what stands converted. */
export async function activityOfParty(
  tx: SqlTx,
  party: { readonly type: PartyKind; readonly id: number },
  span: { readonly from: Date; readonly until: Date },
): Promise<ActivitySums> {
  const [row] = await tx.$queryRaw<Row[]>`
    select count(*) as calls,
      count(*) filter (where buyer_converted) as buyer, count(*) filter (where offer_converted) as offer,
      coalesce(sum(revenue_minor) filter (where buyer_converted), 0)::text as revenue,
      coalesce(sum(payout_minor) filter (where offer_converted), 0)::text as payout
    from call where company_id = ${tx.company} and ${COLUMN[party.type]} = ${party.id}::bigint
      and started_at >= ${span.from}::timestamptz and started_at < ${span.until}::timestamptz`;
  return {
    calls: Number(row?.calls ?? 0),
    buyerConversions: Number(row?.buyer ?? 0),
    offerConversions: Number(row?.offer ?? 0),
    revenueMinor: BigInt(row?.revenue ?? 0),
    payoutMinor: BigInt(row?.payout ?? 0),
  };
}
