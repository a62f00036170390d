import type { Side } from "@/lib/call/domain/call-state";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type AskedCall = {
  readonly callId: number;
  readonly capId: number;
  readonly startedAt: Date;
  readonly start: Date;
  readonly end: Date | null;
};

/**
 * Which of these calls are over a cap, for the caps of one side. If the usage of a window exceeds its limit, the calls
 * that started last are the excess; other windows are not searched.
 */
export async function callsOverCaps(tx: SqlTx, side: Side, asked: readonly AskedCall[]): Promise<Set<number>> {
  if (asked.length === 0) return new Set();
  const rows = JSON.stringify(asked);
  const { amount, stands } = COUNTED[side];
  const over = await tx.$queryRaw<{ call_id: bigint }[]>`
    select w."callId" as call_id
    from jsonb_to_recordset(${rows}::jsonb) as w("callId" bigint, "capId" bigint, "startedAt" timestamptz,
      start timestamptz, "end" timestamptz)
    join cap on cap.company_id = ${tx.company} and cap.id = w."capId"
    join cap_usage u on u.company_id = ${tx.company} and u.cap_id = w."capId" and u.window_start = w.start
    where u.used > cap.limit_amount and u.used - cap.limit_amount > (
      select coalesce(sum(case when cap.measure = 'revenue' then ${amount} else 1 end), 0) from call c
      where c.company_id = ${tx.company} and ${stands}
        and c.started_at < coalesce(w."end", 'infinity')
        and (c.started_at, c.id) > (w."startedAt", w."callId")
        and (cap.offer_id is null or c.offer_id = cap.offer_id))`;
  return new Set(over.map(({ call_id }) => Number(call_id)));
}

const COUNTED = {
  buyer: {
    amount: Prisma.sql`c.revenue_minor`,
    stands: Prisma.sql`c.buyer_id = cap.buyer_id and c.buyer_converted`,
  },
  offer: {
    amount: Prisma.sql`c.payout_minor`,
    stands: Prisma.sql`c.traffic_source_id = cap.traffic_source_id and c.offer_converted`,
  },
} as const;
