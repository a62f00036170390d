import type { CallState } from "@/lib/domain/call/call-state";
import type { Segment } from "@/lib/domain/evaluation/call-facts";
import { type CallRow, callState } from "../calls/call-row";
import { Prisma } from "../generated/client";
import type { SqlTx } from "../in-company";
import type { Owner } from "./lock-owner";

export type SimulatedCall = {
  readonly uuid: string;
  readonly state: CallState;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly durationSeconds: number | null;
  readonly connectedSeconds: number | null;
  readonly caller: string | null;
  /** Hexadecimal. */
  readonly callerHash: string | null;
  readonly tokens: Readonly<Record<string, string>>;
  readonly transcript: readonly Segment[];
};

export type SimulatedPage = {
  readonly from: Date;
  readonly after: { readonly startedAt: Date; readonly id: number } | null;
  readonly limit: number;
  readonly withTranscript: boolean;
};

/** When a decision was made decides nothing here, and reading a time costs more than judging a rule. */
type Unread =
  | "service_date"
  | "caller_masked"
  | "buyer_decided_at"
  | "buyer_stated_at"
  | "offer_decided_at"
  | "offer_stated_at";
type Row = Omit<CallRow, Unread> & {
  answered_at: Date | null;
  ended_at: Date | null;
  duration_seconds: number | null;
  connected_seconds: number | null;
  caller: string | null;
  caller_hash: string | null;
  tokens: Record<string, string> | null;
  transcript: Segment[] | null;
};

const unread = { service_date: "", caller_masked: null, buyer_stated_at: null, offer_stated_at: null };

/** An owner's calls from a moment on, oldest first, as they stand and with their facts. */
export async function readSimulatedCalls(
  tx: SqlTx,
  owner: Owner,
  { from, after, limit, withTranscript }: SimulatedPage,
): Promise<SimulatedCall[]> {
  const whose =
    "buyerId" in owner
      ? Prisma.sql`call.buyer_id = ${owner.buyerId}::bigint`
      : Prisma.sql`call.offer_id = ${owner.offerId}::bigint`;
  const rows = await tx.$queryRaw<Row[]>`
    select c.id, c.uuid::text, c.offer_id, c.started_at,
      c.version, c.buyer_id, c.buyer_converted, c.buyer_mechanism, c.buyer_explicit,
      c.buyer_rule_id, c.buyer_locked, c.revenue_minor, c.revenue_from,
      c.traffic_source_id, c.offer_converted, c.offer_mechanism, c.offer_explicit, c.offer_rule_id, c.offer_locked, c.payout_minor, c.payout_from, c.payout_terms_id,
      c.charge_version, c.payout_version,
      c.answered_at, c.ended_at, c.duration_seconds, c.connected_seconds, encode(c.caller_hash, 'hex') as caller_hash,
      p.caller, p.tokens, case when ${withTranscript}::boolean then p.transcript end as transcript
    from (
      select * from call where call.company_id = ${tx.company} and ${whose}
        and (call.started_at, call.id) > (${after?.startedAt ?? from}::timestamptz, ${after?.id ?? 0}::bigint)
      order by call.started_at, call.id limit ${limit}
    ) c
    left join lateral (
      select * from call_person where call_person.company_id = ${tx.company} and call_person.call_id = c.id offset 0
    ) p on true`;
  return rows.map((row) => ({
    uuid: row.uuid,
    state: callState({ ...row, ...unread, buyer_decided_at: row.started_at, offer_decided_at: row.started_at }),
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    durationSeconds: row.duration_seconds,
    connectedSeconds: row.connected_seconds,
    caller: row.caller,
    callerHash: row.caller_hash,
    tokens: row.tokens ?? {},
    transcript: row.transcript ?? [],
  }));
}
