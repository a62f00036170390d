import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { AmountSource } from "../domain/call-state";
import { withDerivedSeconds } from "../domain/call-times";
import type { Mechanism } from "../domain/mechanism";
import type { PricingTokens } from "../domain/pricing-tokens";
import { type PricingTokensJson, pricingTokens, pricingTokensJson } from "./pricing-tokens";
import { type Decider, type Deciders, readDeciders } from "./read-deciders";

export type PartyName = { readonly id: number; readonly name: string };

export type DecisionView = {
  readonly mechanism: Mechanism;
  readonly explicit: boolean;
  readonly locked: boolean;
  readonly decidedAt: Date;
  readonly ruleId: number | null;
  /** Null if unknown or not requested. */
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
  readonly trafficSource: PartyName | null;
  readonly buyer: PartyName | null;
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly durationSeconds: number | null;
  readonly connectedSeconds: number | null;
  readonly recordingUrl: string | null;
  readonly tokens: Readonly<Record<string, string>>;
  readonly buyerConverted: boolean;
  readonly offerConverted: boolean;
  readonly revenueMinor: bigint;
  readonly revenueFrom: AmountSource | null;
  readonly payoutMinor: bigint;
  readonly payoutFrom: AmountSource | null;
  readonly buyerLocked: boolean;
  readonly offerLocked: boolean;
  readonly buyerDecision: DecisionView | null;
  readonly offerDecision: DecisionView | null;
  readonly pricingTokens: PricingTokens;
};

type Row = {
  id: bigint;
  uuid: string;
  external_id: string | null;
  version: number;
  caller: string | null;
  offer_id: bigint;
  offer_name: string;
  traffic_source_id: bigint | null;
  traffic_source_name: string | null;
  buyer_id: bigint | null;
  buyer_name: string | null;
  started_at: Date;
  answered_at: Date | null;
  ended_at: Date | null;
  duration_seconds: number | null;
  connected_seconds: number | null;
  recording_url: string | null;
  tokens: Record<string, string> | null;
  buyer_converted: boolean;
  offer_converted: boolean;
  revenue_minor: bigint;
  revenue_from: AmountSource | null;
  payout_minor: bigint;
  payout_from: AmountSource | null;
  buyer_mechanism: Mechanism | null;
  buyer_explicit: boolean;
  buyer_decided_at: Date | null;
  buyer_locked: boolean;
  buyer_rule_id: bigint | null;
  offer_mechanism: Mechanism | null;
  offer_explicit: boolean;
  offer_decided_at: Date | null;
  offer_locked: boolean;
  offer_rule_id: bigint | null;
  pricing: PricingTokensJson;
};

/** The caller selects and orders the calls. Lists leave out deciders, which cost a lookup per call. */
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

/** Reads each call by key, whatever the planner estimates. Deciders are left out for actors who may not see them. */
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

const COLUMNS = Prisma.sql`
  c.id, c.uuid::text, c.external_id, c.version, p.caller, c.offer_id, o.name as offer_name,
  c.traffic_source_id, t.name as traffic_source_name, c.buyer_id, b.name as buyer_name,
  c.started_at, c.answered_at, c.ended_at, c.duration_seconds, c.connected_seconds, p.recording_url, p.tokens,
  c.buyer_converted, c.offer_converted, c.revenue_minor, c.revenue_from, c.payout_minor, c.payout_from,
  c.buyer_mechanism, c.buyer_explicit, c.buyer_decided_at, c.buyer_locked, c.buyer_rule_id,
  c.offer_mechanism, c.offer_explicit, c.offer_decided_at, c.offer_locked, c.offer_rule_id`;

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
  return withDerivedSeconds({
    id: Number(row.id),
    uuid: row.uuid,
    externalId: row.external_id,
    version: row.version,
    caller: row.caller,
    offer: { id: Number(row.offer_id), name: row.offer_name },
    trafficSource: party(row.traffic_source_id, row.traffic_source_name),
    buyer: party(row.buyer_id, row.buyer_name),
    startedAt: row.started_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    durationSeconds: row.duration_seconds,
    connectedSeconds: row.connected_seconds,
    recordingUrl: row.recording_url,
    tokens: row.tokens ?? {},
    buyerConverted: row.buyer_converted,
    offerConverted: row.offer_converted,
    revenueMinor: row.revenue_minor,
    revenueFrom: row.revenue_from,
    payoutMinor: row.payout_minor,
    payoutFrom: row.payout_from,
    buyerLocked: row.buyer_locked,
    offerLocked: row.offer_locked,
    buyerDecision: decision(row.buyer_mechanism, row.buyer_decided_at, row.buyer_rule_id, {
      explicit: row.buyer_explicit,
      locked: row.buyer_locked,
      decider: deciders(Number(row.id), "buyer"),
    }),
    offerDecision: decision(row.offer_mechanism, row.offer_decided_at, row.offer_rule_id, {
      explicit: row.offer_explicit,
      locked: row.offer_locked,
      decider: deciders(Number(row.id), "offer"),
    }),
    pricingTokens: pricingTokens(row.pricing),
  });
}

function party(id: bigint | null, name: string | null): PartyName | null {
  return id === null || name === null ? null : { id: Number(id), name };
}

function decision(
  mechanism: Mechanism | null,
  decidedAt: Date | null,
  ruleId: bigint | null,
  rest: Pick<DecisionView, "explicit" | "locked" | "decider">,
): DecisionView | null {
  if (mechanism === null || decidedAt === null) return null;
  return { mechanism, decidedAt, ruleId: ruleId === null ? null : Number(ruleId), ...rest };
}
