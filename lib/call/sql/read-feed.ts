import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Fed } from "./feed-queue";

type FeedHead = {
  /** The number of the newest change. */
  readonly number: number;
  readonly epoch: string;
  /** Whether committed changes wait for their number. */
  readonly isBehind: boolean;
};

/** What a change of a conversion has before and after, and the columns of `call_change` for it. */
const FED_COLUMNS = {
  buyer_converted: ["buyer_converted_from", "buyer_converted_to"],
  buyer_decided: ["buyer_mechanism_from", "buyer_mechanism_to"],
  buyer_locked: ["buyer_locked_from", "buyer_locked_to"],
  buyer_id: ["buyer_from", "buyer_to"],
  revenue: ["revenue_from_minor", "revenue_to_minor"],
  offer_converted: ["offer_converted_from", "offer_converted_to"],
  offer_decided: ["offer_mechanism_from", "offer_mechanism_to"],
  offer_locked: ["offer_locked_from", "offer_locked_to"],
  traffic_source_id: ["traffic_source_from", "traffic_source_to"],
  payout: ["payout_from_minor", "payout_to_minor"],
} as const;
export type FedField = keyof typeof FED_COLUMNS;

/** A row of the feed; of kind `changed` with what it changed, otherwise with nulls. */
export type FeedRow = Readonly<Record<`${FedField}_${"from" | "to"}`, boolean | string | bigint | null>> & {
  readonly number: bigint;
  readonly kind: Fed["kind"];
  readonly call_id: bigint;
  readonly version: number;
  readonly changed_at: Date;
  readonly occurred_at: Date | null;
  readonly mechanism: string | null;
};

export async function readFeedHead(tx: SqlTx): Promise<FeedHead> {
  const [head] = await tx.$queryRaw<{ number: bigint; epoch: string; is_behind: boolean }[]>`
    select h.number, h.epoch::text, exists (
      select from feed_queue where company_id = ${tx.company}
    ) as is_behind
    from feed_head h where h.company_id = ${tx.company}`;
  if (!head) throw new Error("the company has no change feed");
  return { number: Number(head.number), epoch: head.epoch, isBehind: head.is_behind };
}

/** The changes after this number, in order. */
export function readFeed(tx: SqlTx, after: number, limit: number): Promise<FeedRow[]> {
  return tx.$queryRaw<FeedRow[]>`
    select f.number, f.kind, f.call_id, f.version, f.changed_at, ch.occurred_at, ch.mechanism, ${COLUMNS}
    from feed f
    left join lateral (
      select * from call_change where f.version > 0 and call_change.company_id = ${tx.company}
        and call_change.call_id = f.call_id and call_change.version = f.version offset 0
    ) ch on true
    where f.company_id = ${tx.company} and f.number > ${after}::bigint
    order by f.number limit ${limit}`;
}

const COLUMNS = Prisma.raw(
  Object.entries(FED_COLUMNS)
    .map(([field, [from, to]]) => `ch.${from} as ${field}_from, ch.${to} as ${field}_to`)
    .join(", "),
);
