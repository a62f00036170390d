import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type Resend = {
  readonly endpointId: number;
  /** One delivery; null for all of the time below. */
  readonly id: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
  /** Only what was not delivered. */
  readonly missing: boolean;
  readonly now: Date;
  readonly giveUpAt: Date;
};

/** Queues deliveries again, with the same ids and bodies. Returns how many. */
export function resendDeliveries(tx: SqlTx, resend: Resend): Promise<number> {
  const { endpointId, id, from, until, missing, now, giveUpAt } = resend;
  return tx.$executeRaw`
    update delivery set state = 'waiting', failures = 0, delivered_at = null, next_attempt_at = ${now}::timestamptz,
      give_up_at = ${giveUpAt}::timestamptz
    where company_id = ${tx.company} and endpoint_id = ${endpointId}::bigint
      ${id === null ? Prisma.empty : Prisma.sql`and event_id = ${id}::uuid`}
      and occurred_at >= coalesce(${from}::timestamptz, '-infinity')
      and occurred_at < coalesce(${until}::timestamptz, 'infinity')
      ${missing ? Prisma.sql`and state <> 'delivered'` : Prisma.empty}`;
}
