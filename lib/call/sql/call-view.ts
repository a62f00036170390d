import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Side, SideState } from "../domain/call-state";
import { withDerivedSeconds } from "../domain/call-times";
import type { PricingTokens } from "../domain/pricing-tokens";
import { type CallRow, callState, selectState } from "./columns";
import { type PricingTokensJson, pricingTokens, pricingTokensJson } from "./pricing-tokens";
import { type Decider, type Deciders, readDeciders } from "./read-deciders";

export type PartyName = { readonly id: number; readonly name: string };

/** A side with names: the party is the buyer or the traffic source. */
export type SideView = SideState & {
  readonly party: PartyName | null;
  /** Null if undecided, unknown or not requested. */
  readonly decider: Decider | null;
};

/** A call with everything an answer may show, before permissions. */
export type CallView = {
  readonly id: number;
  readonly uuid: string;
  readonly externalId: string | null;
  readonly version: number;
  readonly caller: string | null;
  readonly offer: PartyName;
  readonly sides: Readonly<Record<Side, SideView>>;
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly durationSeconds: number | null;
  readonly connectedSeconds: number | null;
  readonly recordingUrl: string | null;
  readonly tokens: Readonly<Record<string, string>>;
  readonly pricingTokens: PricingTokens;
};

type Row = CallRow &
  Record<`${Side}_party_name`, string | null> & {
    uuid: string;
    external_id: string | null;
    caller: string | null;
    offer_name: string;
    answered_at: Date | null;
    ended_at: Date | null;
    duration_seconds: number | null;
    connected_seconds: number | null;
    recording_url: string | null;
    tokens: Record<string, string> | null;
    pricing: PricingTokensJson;
  };

/** The caller selects and orders the calls. Lists omit deciders, which cost one lookup per call. */
export async function selectCallViews(
  tx: SqlTx,
  which: Prisma.Sql,
  { deciders = false }: { readonly deciders?: boolean } = {},
): Promise<CallView[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select ${COLUMNS}, ${pricingTokensJson(tx)} as pricing from call c ${joins(tx)}
    where c.company_id = ${tx.company} and ${which}`;
  const ids = rows.map(({ id }) => Number(id));
  const decidersOf = deciders ? await readDeciders(tx, ids) : NOBODY;
  return rows.map((row) => callView(row, decidersOf));
}

/** Reads each call by key, whatever the planner estimates. Deciders are omitted for actors who may not see them. */
export async function readCallViews(
  tx: SqlTx,
  ids: readonly number[],
  { deciders = true }: { readonly deciders?: boolean } = {},
): Promise<Map<number, CallView>> {
  const [rows, decidersOf] = await Promise.all([selectByKey(tx, ids), deciders ? readDeciders(tx, ids) : NOBODY]);
  return new Map(rows.map((row) => [Number(row.id), callView(row, decidersOf)]));
}

const NOBODY: Deciders = () => null;

function selectByKey(tx: SqlTx, ids: readonly number[]): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select ${COLUMNS}, ${pricingTokensJson(tx)} as pricing
    from unnest(${ids}::bigint[]) as wanted(id)
    cross join lateral (
      select * from call where call.company_id = ${tx.company} and call.id = wanted.id offset 0
    ) c ${joins(tx)}`;
}

const COLUMNS = Prisma.sql`${selectState("c")},
  c.uuid::text, c.external_id, p.caller, o.name as offer_name, c.answered_at, c.ended_at, c.duration_seconds,
  c.connected_seconds, p.recording_url, p.tokens, b.name as buyer_party_name, t.name as offer_party_name`;

/** Joins that every view of a call needs. */
function joins(tx: SqlTx): Prisma.Sql {
  return Prisma.sql`
    join offer o on o.company_id = ${tx.company} and o.id = c.offer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = c.traffic_source_id
    left join buyer b on b.company_id = ${tx.company} and b.id = c.buyer_id
    left join lateral (
      select * from call_person where call_person.company_id = ${tx.company} and call_person.call_id = c.id offset 0
    ) p on true`;
}

/** Rows store what was reported. Derived seconds are computed here, so that they never override a later report. */
function callView(row: Row, deciders: Deciders): CallView {
  const { id, version, startedAt, buyer, offer } = callState(row);
  return withDerivedSeconds({
    id,
    version,
    startedAt,
    uuid: row.uuid,
    externalId: row.external_id,
    caller: row.caller,
    offer: { id: Number(row.offer_id), name: row.offer_name },
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    durationSeconds: row.duration_seconds,
    connectedSeconds: row.connected_seconds,
    recordingUrl: row.recording_url,
    tokens: row.tokens ?? {},
    sides: {
      buyer: { ...buyer, party: named(buyer.partyId, row.buyer_party_name), decider: deciders(id, "buyer") },
      offer: { ...offer, party: named(offer.partyId, row.offer_party_name), decider: deciders(id, "offer") },
    },
    pricingTokens: pricingTokens(row.pricing),
  });
}

function named(id: number | null, name: string | null): PartyName | null {
  return id === null || name === null ? null : { id, name };
}
