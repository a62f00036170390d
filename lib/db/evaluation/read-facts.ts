import type { Mechanism } from "@/lib/domain/call/mechanism";
import type { Segment } from "@/lib/domain/evaluation/call-facts";
import type { SqlTx } from "../in-company";

export type StandingSide = {
  readonly converted: boolean;
  readonly mechanism: Mechanism | null;
  readonly explicit: boolean;
  readonly locked: boolean;
  /** The version of the settings in force when the call started. */
  readonly ruleSetId: number | null;
  /** The inbox waits for somebody to say whether this side's decision falls. */
  readonly fallProposed: boolean;
  /** The inbox waits for somebody to say whether this side, no duplicate any more, converts. */
  readonly freeProposed: boolean;
};

/** What is known of a call, and how its sides stand. */
export type KnownFacts = {
  readonly id: number;
  readonly uuid: string;
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly durationSeconds: number | null;
  readonly connectedSeconds: number | null;
  readonly caller: string | null;
  /** Hexadecimal; null for anonymous callers. */
  readonly callerHash: string | null;
  readonly offerId: number;
  readonly buyerId: number | null;
  readonly trafficSourceId: number | null;
  readonly tokens: Readonly<Record<string, string>>;
  readonly transcript: readonly Segment[];
  readonly buyer: StandingSide;
  readonly offer: StandingSide;
};

type FactsJson = Omit<KnownFacts, "startedAt" | "answeredAt" | "endedAt"> & {
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
};

/** By number, in no particular order; a number without a call is passed over. */
export async function readFacts(tx: SqlTx, ids: readonly number[]): Promise<KnownFacts[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<{ facts: FactsJson }[]>`
    select json_build_object(
      'id', c.id, 'uuid', c.uuid, 'startedAt', c.started_at, 'answeredAt', c.answered_at, 'endedAt', c.ended_at,
      'durationSeconds', c.duration_seconds, 'connectedSeconds', c.connected_seconds,
      'caller', p.caller, 'callerHash', encode(c.caller_hash, 'hex'),
      'offerId', c.offer_id, 'buyerId', c.buyer_id, 'trafficSourceId', c.traffic_source_id,
      'tokens', coalesce(p.tokens, '{}'), 'transcript', coalesce(p.transcript, '[]'),
      'buyer', json_build_object('converted', c.buyer_converted, 'mechanism', c.buyer_mechanism,
        'explicit', c.buyer_explicit, 'locked', c.buyer_locked,
        'ruleSetId', (select r.id from rule_set r where r.company_id = ${tx.company} and r.buyer_id = c.buyer_id
          and r.valid_from <= c.started_at order by r.valid_from desc, r.version desc limit 1),
        'fallProposed', exists (select from inbox i where i.company_id = ${tx.company} and i.call_id = c.id
          and i.side = 'buyer' and i.reason = 'would_fall' and i.settled_at is null),
        'freeProposed', exists (select from inbox i where i.company_id = ${tx.company} and i.call_id = c.id
          and i.side = 'buyer' and i.reason = 'duplicate_freed' and i.settled_at is null)),
      'offer', json_build_object('converted', c.offer_converted, 'mechanism', c.offer_mechanism,
        'explicit', c.offer_explicit, 'locked', c.offer_locked,
        'ruleSetId', (select r.id from rule_set r where r.company_id = ${tx.company} and r.offer_id = c.offer_id
          and r.valid_from <= c.started_at order by r.valid_from desc, r.version desc limit 1),
        'fallProposed', exists (select from inbox i where i.company_id = ${tx.company} and i.call_id = c.id
          and i.side = 'offer' and i.reason = 'would_fall' and i.settled_at is null),
        'freeProposed', exists (select from inbox i where i.company_id = ${tx.company} and i.call_id = c.id
          and i.side = 'offer' and i.reason = 'duplicate_freed' and i.settled_at is null))
    ) as facts
    from unnest(${ids}::bigint[]) as wanted(id)
    cross join lateral (
      select * from call where call.company_id = ${tx.company} and call.id = wanted.id offset 0
    ) c
    left join lateral (
      select * from call_person where call_person.company_id = ${tx.company} and call_person.call_id = c.id offset 0
    ) p on true`;
  return rows.map(({ facts }) => ({
    ...facts,
    startedAt: new Date(facts.startedAt),
    answeredAt: time(facts.answeredAt),
    endedAt: time(facts.endedAt),
  }));
}

function time(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
