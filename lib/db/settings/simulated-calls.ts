import { Prisma } from "../generated/client";
import type { Segment } from "@/lib/domain/evaluation/call-facts";
import type { CallState } from "@/lib/domain/conversion/call-state";
import { type CallRow, callState } from "../calls/call-row";
import type { Tx } from "../in-company";
import type { Owner } from "./lock-owner";

export type SimulatedCall = {
  readonly uuid: string;
  readonly state: CallState;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly durationSeconds: number | null;
  readonly connectedSeconds: number | null;
  readonly caller: string | null;
  readonly callerHash: string | null;
  readonly tokens: Readonly<Record<string, string>>;
  readonly transcript: readonly Segment[];
};

type Page = { readonly from: Date; readonly after: { startedAt: Date; id: number } | null; readonly limit: number };
type Json = Omit<SimulatedCall, "state" | "answeredAt" | "endedAt"> & {
  answeredAt: string | null;
  endedAt: string | null;
  row: Record<string, unknown>;
};

/** An owner's calls from a moment on, oldest first, as they stand and with their facts; one JSON text a page, which is read fastest. */
export async function readSimulatedCalls(tx: Tx, owner: Owner, { from, after, limit }: Page): Promise<SimulatedCall[]> {
  const whose =
    "buyerId" in owner
      ? Prisma.sql`c.buyer_id = ${owner.buyerId}::bigint`
      : Prisma.sql`c.offer_id = ${owner.offerId}::bigint`;
  const startedAt = after?.startedAt ?? from;
  const rows = await tx.$queryRaw<{ page: Json[] | null }[]>`
    select json_agg(json_build_object('uuid', c.uuid, 'answeredAt', c.answered_at, 'endedAt', c.ended_at,
      'durationSeconds', c.duration_seconds, 'connectedSeconds', c.connected_seconds, 'caller', p.caller,
      'callerHash', encode(c.caller_hash, 'hex'), 'tokens', coalesce(p.tokens, '{}'),
      'transcript', coalesce(p.transcript, '[]'), 'row', json_build_object(
        'id', c.id, 'offer_id', c.offer_id, 'started_at', c.started_at, 'version', c.version,
        'buyer_id', c.buyer_id, 'buyer_converted', c.buyer_converted, 'buyer_mechanism', c.buyer_mechanism,
        'buyer_explicit', c.buyer_explicit, 'buyer_decided_at', c.buyer_decided_at, 'buyer_stated_at', c.buyer_stated_at,
        'buyer_rule_id', c.buyer_rule_id, 'buyer_locked', c.buyer_locked, 'revenue_minor', c.revenue_minor::text,
        'revenue_from', c.revenue_from, 'traffic_source_id', c.traffic_source_id, 'offer_converted', c.offer_converted,
        'offer_mechanism', c.offer_mechanism, 'offer_explicit', c.offer_explicit,
        'offer_decided_at', c.offer_decided_at, 'offer_stated_at', c.offer_stated_at,
        'offer_rule_id', c.offer_rule_id, 'offer_locked', c.offer_locked, 'payout_minor', c.payout_minor::text,
        'payout_from', c.payout_from, 'payout_terms_id', c.payout_terms_id, 'charge_version', c.charge_version,
        'payout_version', c.payout_version)) order by c.started_at, c.id) as page
    from (
      select * from call c where c.company_id = ${tx.company} and ${whose}
        and (c.started_at, c.id) > (${startedAt}, ${after?.id ?? 0}::bigint)
      order by c.started_at, c.id limit ${limit}
    ) c
    left join lateral (
      select * from call_person where call_person.company_id = ${tx.company} and call_person.call_id = c.id offset 0
    ) p on true`;
  return (rows[0]?.page ?? []).map(({ row, answeredAt, endedAt, ...call }) => ({
    ...call,
    answeredAt: time(answeredAt),
    endedAt: time(endedAt),
    state: callState(rowOf(row)),
  }));
}

function time(text: unknown): Date | null {
  return typeof text === "string" ? new Date(text) : null;
}

function rowOf(row: Record<string, unknown>): CallRow {
  return {
    ...row,
    started_at: time(row.started_at),
    buyer_decided_at: time(row.buyer_decided_at),
    buyer_stated_at: time(row.buyer_stated_at),
    offer_decided_at: time(row.offer_decided_at),
    offer_stated_at: time(row.offer_stated_at),
    revenue_minor: BigInt(String(row.revenue_minor)),
    payout_minor: BigInt(String(row.payout_minor)),
  } as CallRow;
}
