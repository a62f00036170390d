import type { CallFacts } from "@/lib/call/domain/add-facts";
import { type Column, columnsOf } from "@/lib/platform/sql/columns";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { AmountSource, CallState, Decision, Side, SideState } from "../domain/call-state";
import type { Segment } from "../domain/evaluation-facts";
import type { Mechanism } from "../domain/mechanism";

/** Column names of the party, the charge and the amount of a side. All other column names start with the side. */
export const PARTY = { buyer: "buyer_id", offer: "traffic_source_id" } as const satisfies Record<Side, string>;
export const BILLED = { buyer: "charge", offer: "payout" } as const satisfies Record<Side, string>;
export const AMOUNT = { buyer: "revenue", offer: "payout" } as const satisfies Record<Side, string>;

/** How column names of `call_change` refer to the party. */
export const PARTY_MOVED = { buyer: "buyer", offer: "traffic_source" } as const satisfies Record<Side, string>;

type SideRow = Record<`${Side}_converted` | `${Side}_explicit` | `${Side}_locked` | `${Side}_stopped_by_cap`, boolean> &
  Record<`${Side}_mechanism`, Mechanism | null> &
  Record<`${Side}_decided_at` | `${Side}_stated_at`, Date | null> &
  Record<`${Side}_decided_version` | `${(typeof BILLED)[Side]}_version`, number | null> &
  Record<`${Side}_rule_id` | (typeof PARTY)[Side], bigint | null> &
  Record<`${(typeof AMOUNT)[Side]}_minor`, bigint> &
  Record<`${(typeof AMOUNT)[Side]}_from`, AmountSource | null>;

/** The columns of `call` that a decision reads. */
export type CallRow = SideRow & {
  id: bigint;
  offer_id: bigint;
  started_at: Date;
  version: number;
  payout_terms_id: bigint | null;
};

/** The columns of a side, and the field of `SideState` that each holds. */
function columnsOfSide(side: Side): Column<SideState>[] {
  return [
    { name: PARTY[side], type: "bigint", value: ({ partyId }) => partyId },
    { name: `${side}_converted`, type: "boolean", value: ({ converted }) => converted },
    { name: `${side}_mechanism`, type: "text", value: ({ decision }) => decision?.mechanism ?? null },
    { name: `${side}_explicit`, type: "boolean", value: ({ decision }) => decision?.explicit ?? false },
    { name: `${side}_decided_at`, type: "timestamptz", value: ({ decision }) => decision?.decidedAt ?? null },
    { name: `${side}_decided_version`, type: "integer", value: ({ decision }) => decision?.version ?? null },
    { name: `${side}_rule_id`, type: "bigint", value: ({ decision }) => decision?.ruleId ?? null },
    { name: `${side}_stated_at`, type: "timestamptz", value: ({ statedAt }) => statedAt },
    { name: `${side}_locked`, type: "boolean", value: ({ locked }) => locked },
    { name: `${side}_stopped_by_cap`, type: "boolean", value: ({ stoppedByCap }) => stoppedByCap },
    { name: `${AMOUNT[side]}_minor`, type: "bigint", value: ({ amountMinor }) => amountMinor.toString() },
    { name: `${AMOUNT[side]}_from`, type: "text", value: ({ amountFrom }) => amountFrom },
    { name: `${BILLED[side]}_version`, type: "integer", value: ({ billedVersion }) => billedVersion },
  ];
}

function sideOf(row: SideRow, side: Side): SideState {
  return {
    converted: row[`${side}_converted`],
    decision: decisionOf(row, side),
    locked: row[`${side}_locked`],
    partyId: number(row[PARTY[side]]),
    amountMinor: row[`${AMOUNT[side]}_minor`],
    amountFrom: row[`${AMOUNT[side]}_from`],
    statedAt: row[`${side}_stated_at`],
    stoppedByCap: row[`${side}_stopped_by_cap`],
    billedVersion: row[`${BILLED[side]}_version`],
  };
}

function decisionOf(row: SideRow, side: Side): Decision | null {
  const [mechanism, decidedAt] = [row[`${side}_mechanism`], row[`${side}_decided_at`]];
  if (mechanism === null || decidedAt === null) return null;
  const [explicit, version] = [row[`${side}_explicit`], row[`${side}_decided_version`]];
  return { mechanism, explicit, decidedAt, ruleId: number(row[`${side}_rule_id`]), version };
}

function number(id: bigint | null): number | null {
  return id === null ? null : Number(id);
}

/** A side's column as a column of its call. */
function ofCall(side: Side): Column<CallState>[] {
  return columnsOfSide(side).map(({ value, ...column }) => ({ ...column, value: (call) => value(call[side]) }));
}

/** The columns of `call` that a decision writes. */
const DECIDED: readonly Column<CallState>[] = [
  { name: "version", type: "integer", value: ({ version }) => version },
  ...ofCall("buyer"),
  ...ofCall("offer"),
  { name: "payout_terms_id", type: "bigint", value: ({ payoutTermsId }) => payoutTermsId },
];

export const DECIDED_COLUMNS = columnsOf(DECIDED);
export const STATE_COLUMNS = columnsOf<CallState>([{ name: "id", type: "bigint", value: ({ id }) => id }, ...DECIDED]);

/** The select list that `callState` reads from a row with this alias. */
export function selectState(alias: "call" | "c"): Prisma.Sql {
  const names = ["id", "offer_id", "started_at", ...DECIDED.map(({ name }) => name)];
  return Prisma.raw(names.map((name) => `${alias}.${name}`).join(", "));
}

export function callState(row: CallRow): CallState {
  return {
    id: Number(row.id),
    version: row.version,
    offerId: Number(row.offer_id),
    startedAt: row.started_at,
    buyer: sideOf(row, "buyer"),
    offer: sideOf(row, "offer"),
    payoutTermsId: number(row.payout_terms_id),
  };
}

/** The columns of `call` and `call_person` that hold facts. The transcript is loaded separately. */
export type FactsRow = {
  started_at: Date;
  answered_at: Date | null;
  ended_at: Date | null;
  duration_seconds: number | null;
  connected_seconds: number | null;
  caller: string | null;
  recording_url: string | null;
  tokens: Record<string, string> | null;
  transcript: Segment[] | null;
};

export function callFacts(row: FactsRow): CallFacts {
  return {
    startedAt: row.started_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    durationSeconds: row.duration_seconds,
    connectedSeconds: row.connected_seconds,
    caller: row.caller,
    recordingUrl: row.recording_url,
    tokens: row.tokens ?? {},
    transcript: row.transcript ?? [],
  };
}
