import type { CallFacts } from "@/lib/call/domain/add-facts";
import { type AmountSource, type CallState, type Side, type SideState, UNDECIDED } from "@/lib/call/domain/call-state";
import type { Segment } from "@/lib/call/domain/evaluation-facts";
import type { Mechanism } from "@/lib/call/domain/mechanism";
import { AMOUNT, PARTY } from "@/lib/call/sql/columns";
import type { EvaluatedCall } from "@/lib/conversion/domain/evaluate-call";
import type { Owner } from "@/lib/party/sql/lock-owner";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { callsOf, type PastCall } from "./past-calls";

export type SimulatedPage = {
  readonly from: Date;
  readonly after: PastCall | null;
  readonly limit: number;
  readonly reads: Reads;
};

/** What the settings need; nothing else is read. */
export type Reads = { readonly duplicates: boolean; readonly tokens: boolean; readonly transcripts: boolean };

/** Each column as an array in the order of the calls. Times in milliseconds, amounts in minor units below 2^53. */
type Columns = SideColumns<"buyer"> &
  SideColumns<"offer"> & {
    readonly id: readonly number[];
    readonly offer_id: readonly number[];
    readonly started_at: readonly number[];
    readonly answered_at: readonly (number | null)[];
    readonly ended_at: readonly (number | null)[];
    readonly duration_seconds: readonly (number | null)[];
    readonly connected_seconds: readonly (number | null)[];
    readonly payout_terms_id: readonly (number | null)[];
    readonly caller_hash: readonly (string | null)[];
    readonly caller: readonly (string | null)[];
    readonly tokens: readonly (Record<string, string> | null)[];
    readonly transcript: readonly (Segment[] | null)[];
  };

type SideColumns<Name extends Side> = {
  readonly [Column in keyof OneSide as `${Name}_${Column}`]: readonly OneSide[Column][];
};

type OneSide = {
  converted: boolean;
  mechanism: Mechanism | null;
  explicit: boolean;
  locked: boolean;
  party_id: number | null;
  amount: number;
  amount_from: AmountSource | null;
};

/**
 * An owner's calls from a moment on, in order of start. One array per column: reading thirty values per row costs more
 * than evaluating it.
 */
export async function readSimulatedCalls(
  tx: SqlTx,
  owner: Owner,
  { from, after, limit, reads }: SimulatedPage,
): Promise<EvaluatedCall[]> {
  const [row] = await tx.$queryRaw<{ columns: Columns }[]>`
    select json_build_object(
      'id', coalesce(array_agg(id), '{}'), 'offer_id', array_agg(offer_id),
      'started_at', array_agg(${milliseconds("started_at")}), 'answered_at', array_agg(${milliseconds("answered_at")}),
      'ended_at', array_agg(${milliseconds("ended_at")}),
      'duration_seconds', array_agg(duration_seconds), 'connected_seconds', array_agg(connected_seconds),
      ${sideColumns("buyer")}, ${sideColumns("offer")},
      'payout_terms_id', array_agg(payout_terms_id), 'caller_hash', array_agg(hash),
      'caller', array_agg(caller), 'tokens', json_agg(tokens), 'transcript', json_agg(transcript)) as columns
    from (
      select c.*, case when ${reads.duplicates}::boolean then encode(c.caller_hash, 'hex') end as hash,
        p.caller, p.tokens, case when ${reads.transcripts}::boolean then p.transcript end as transcript
      from (
        select * from call
        where call.company_id = ${tx.company} and ${callsOf(owner)} and call.started_at >= ${after?.startedAt ?? from}::timestamptz
          and (call.started_at, call.id) > (${after?.startedAt ?? from}::timestamptz, ${after?.id ?? 0}::bigint)
        order by call.started_at, call.id limit ${limit}
      ) c
      left join lateral (
        select * from call_person
        where ${reads.tokens || reads.transcripts}::boolean
          and call_person.company_id = ${tx.company} and call_person.call_id = c.id offset 0
      ) p on true
      order by c.started_at, c.id
    ) in_order`;
  return row ? row.columns.id.map((id, place) => simulatedCall(row.columns, id, place)) : [];
}

function milliseconds(column: string): Prisma.Sql {
  return Prisma.raw(`floor(date_part('epoch', ${column}) * 1000)::bigint`);
}

/** The columns of a side that an evaluation reads, each by its name in `Columns`. */
function sideColumns(side: Side): Prisma.Sql {
  const columns: Readonly<Record<keyof OneSide, string>> = {
    converted: `${side}_converted`,
    mechanism: `${side}_mechanism`,
    explicit: `${side}_explicit`,
    locked: `${side}_locked`,
    party_id: PARTY[side],
    amount: `${AMOUNT[side]}_minor`,
    amount_from: `${AMOUNT[side]}_from`,
  };
  const pairs = Object.entries(columns).map(([name, column]) => `'${side}_${name}', array_agg(${column})`);
  return Prisma.raw(pairs.join(", "));
}

function simulatedCall(columns: Columns, id: number, place: number): EvaluatedCall {
  const startedAt = new Date(columns.started_at[place] ?? 0);
  return {
    state: stateAt(columns, id, place, startedAt),
    facts: factsAt(columns, place, startedAt),
    callerHash: columns.caller_hash[place] ?? null,
  };
}

/** Versions are left out, because a simulation bills nothing. */
function stateAt(columns: Columns, id: number, place: number, startedAt: Date): CallState {
  return {
    id,
    version: 0,
    offerId: columns.offer_id[place] ?? 0,
    startedAt,
    buyer: sideAt(columns, "buyer", place, startedAt),
    offer: sideAt(columns, "offer", place, startedAt),
    payoutTermsId: columns.payout_terms_id[place] ?? null,
  };
}

/** The decision's time and rule are not read, because nothing here depends on them. */
function sideAt(columns: Columns, side: Side, place: number, decidedAt: Date): SideState {
  const mechanism = columns[`${side}_mechanism`][place] ?? null;
  const explicit = columns[`${side}_explicit`][place] ?? false;
  return {
    ...UNDECIDED,
    converted: columns[`${side}_converted`][place] ?? false,
    decision: mechanism && { mechanism, explicit, decidedAt, ruleId: null, version: null },
    locked: columns[`${side}_locked`][place] ?? false,
    partyId: columns[`${side}_party_id`][place] ?? null,
    amountMinor: BigInt(columns[`${side}_amount`][place] ?? 0),
    amountFrom: columns[`${side}_amount_from`][place] ?? null,
  };
}

function factsAt(columns: Columns, place: number, startedAt: Date): CallFacts {
  return {
    startedAt,
    answeredAt: time(columns.answered_at[place]),
    endedAt: time(columns.ended_at[place]),
    durationSeconds: columns.duration_seconds[place] ?? null,
    connectedSeconds: columns.connected_seconds[place] ?? null,
    caller: columns.caller[place] ?? null,
    recordingUrl: null,
    tokens: columns.tokens[place] ?? {},
    transcript: columns.transcript[place] ?? [],
  };
}

function time(milliseconds: number | null | undefined): Date | null {
  return milliseconds == null ? null : new Date(milliseconds);
}
