import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Side } from "../domain/call-state";
import { withDerivedSeconds } from "../domain/call-times";
import type { Mechanism } from "../domain/mechanism";
import type { PricingTokens } from "../domain/pricing-tokens";
import { AMOUNT, type CallRow, PARTY } from "./columns";
import { type PricingTokensJson, pricingTokens, pricingTokensJson } from "./pricing-tokens";
import { type Decider, type Deciders, readDeciders } from "./read-deciders";

export type PartyName = { readonly id: number; readonly name: string };

export type DecisionView = {
  readonly mechanism: Mechanism;
  readonly explicit: boolean;
  readonly decidedAt: Date;
  readonly ruleId: number | null;
  /** Null if unknown or not requested. */
  readonly decider: Decider | null;
};

/** A side: the party is the buyer or the traffic source, the amount the revenue or the payout. */
export type SideView = {
  readonly party: PartyName | null;
  readonly converted: boolean;
  readonly locked: boolean;
  readonly amountMinor: bigint;
  readonly decision: DecisionView | null;
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

type Row = SideRow & {
  id: bigint;
  uuid: string;
  external_id: string | null;
  version: number;
  caller: string | null;
  offer_id: bigint;
  offer_name: string;
  started_at: Date;
  answered_at: Date | null;
  ended_at: Date | null;
  duration_seconds: number | null;
  connected_seconds: number | null;
  recording_url: string | null;
  tokens: Record<string, string> | null;
  pricing: PricingTokensJson;
};

type SideRow = Pick<
  CallRow,
  | (typeof PARTY)[Side]
  | `${Side}_${"converted" | "mechanism" | "explicit" | "decided_at" | "locked" | "rule_id"}`
  | `${(typeof AMOUNT)[Side]}_minor`
> &
  Record<`${Side}_party_name`, string | null>;

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
  c.started_at, c.answered_at, c.ended_at, c.duration_seconds, c.connected_seconds, p.recording_url, p.tokens,
  b.name as buyer_party_name, t.name as offer_party_name, ${sideColumns("buyer")}, ${sideColumns("offer")}`;

function sideColumns(side: Side): Prisma.Sql {
  const own = ["converted", "mechanism", "explicit", "decided_at", "locked", "rule_id"].map(
    (name) => `${side}_${name}`,
  );
  return Prisma.raw([PARTY[side], `${AMOUNT[side]}_minor`, ...own].map((name) => `c.${name}`).join(", "));
}

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
    startedAt: row.started_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    durationSeconds: row.duration_seconds,
    connectedSeconds: row.connected_seconds,
    recordingUrl: row.recording_url,
    tokens: row.tokens ?? {},
    sides: { buyer: sideView(row, "buyer", deciders), offer: sideView(row, "offer", deciders) },
    pricingTokens: pricingTokens(row.pricing),
  });
}

function sideView(row: Row, side: Side, deciders: Deciders): SideView {
  const [mechanism, decidedAt] = [row[`${side}_mechanism`], row[`${side}_decided_at`]];
  const [partyId, partyName, ruleId] = [row[PARTY[side]], row[`${side}_party_name`], row[`${side}_rule_id`]];
  const explicit = row[`${side}_explicit`];
  return {
    party: partyId === null || partyName === null ? null : { id: Number(partyId), name: partyName },
    converted: row[`${side}_converted`],
    locked: row[`${side}_locked`],
    amountMinor: row[`${AMOUNT[side]}_minor`],
    decision:
      mechanism === null || decidedAt === null
        ? null
        : {
            ...{ mechanism, explicit, decidedAt, ruleId: ruleId === null ? null : Number(ruleId) },
            decider: deciders(Number(row.id), side),
          },
  };
}
