import type { CallPosition } from "@/lib/call/domain/call-order";
import { type CallView, selectCallViews } from "@/lib/call/sql/call-view";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { Cap } from "../domain/cap";
import type { Window } from "../domain/cap-window";

type Page = { readonly after: CallPosition | undefined; readonly limit: number };

/** The calls that use a window of a cap, newest first. For calls at once, the running calls. */
export function listCapCalls(tx: Tx, cap: Cap, { start, end }: Window, { after, limit }: Page): Promise<CallView[]> {
  const { party, stands } = SIDES[cap.side];
  const conditions = [
    Prisma.sql`${party} = ${cap.partyId}::bigint`,
    Prisma.sql`c.started_at >= ${start}::timestamptz`,
    ...(end === null ? [] : [Prisma.sql`c.started_at < ${end}::timestamptz`]),
    ...(cap.offerId === null ? [] : [Prisma.sql`c.offer_id = ${cap.offerId}::bigint`]),
    ...(after ? [Prisma.sql`(c.started_at, c.id) < (${new Date(after.key)}::timestamptz, ${after.id}::bigint)`] : []),
    ...(cap.measure === "conversions" || cap.measure === "revenue" ? [stands] : []),
    ...(cap.measure === "connections" ? [Prisma.sql`(c.answered_at is not null or c.connected_seconds > 0)`] : []),
    ...(cap.measure === "concurrency" ? [Prisma.sql`c.ended_at is null and c.duration_seconds is null`] : []),
  ];
  return selectCallViews(
    tx,
    Prisma.sql`${Prisma.join(conditions, " and ")} order by c.started_at desc, c.id desc limit ${limit}`,
  );
}

const SIDES = {
  buyer: { party: Prisma.sql`c.buyer_id`, stands: Prisma.sql`c.buyer_converted` },
  offer: { party: Prisma.sql`c.traffic_source_id`, stands: Prisma.sql`c.offer_converted` },
};
