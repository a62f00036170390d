import { selectState } from "@/lib/call/sql/columns";
import type { Cap } from "@/lib/cap/domain/cap";
import type { Window } from "@/lib/cap/domain/cap-window";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { StoppedCall } from "../domain/context";
import { type LoadedRow, loadedCall } from "./lock-calls";

export type CapWindow = { readonly cap: Cap; readonly window: Window };

const STATE = selectState("call");
const CALLS_A_WINDOW = 200;

/** Calls that these caps stopped in these windows, oldest first. The windows have to be locked. */
export async function readStoppedCalls(tx: SqlTx, windows: readonly CapWindow[]): Promise<StoppedCall[]> {
  const stopped: StoppedCall[] = [];
  for (const { cap, window } of windows) {
    const whose =
      cap.side === "buyer"
        ? Prisma.sql`call.buyer_stopped_by_cap and not call.buyer_converted and call.buyer_id = ${cap.partyId}::bigint`
        : Prisma.sql`call.offer_stopped_by_cap and not call.offer_converted and call.traffic_source_id = ${cap.partyId}::bigint`;
    const rows = await tx.$queryRaw<LoadedRow[]>`
      select c.*, p.caller, p.recording_url, p.tokens, p.erased_at is not null as erased, p.transcript
      from (
        select ${STATE}, call.uuid::text, call.caller_masked, encode(call.caller_hash, 'hex') as caller_hash,
          call.answered_at, call.ended_at, call.duration_seconds, call.connected_seconds
        from call
        where call.company_id = ${tx.company} and ${whose} and call.started_at >= ${window.start}::timestamptz
          and call.started_at < coalesce(${window.end}::timestamptz, 'infinity')
        order by call.started_at, call.id limit ${CALLS_A_WINDOW}
      ) c
      left join lateral (
        select * from call_person where call_person.company_id = ${tx.company} and call_person.call_id = c.id offset 0
      ) p on true`;
    stopped.push(...rows.map((row) => ({ capId: cap.id, windowStart: window.start, call: loadedCall(row) })));
  }
  return stopped;
}
