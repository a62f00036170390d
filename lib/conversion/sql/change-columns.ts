import type { CallState, Side } from "@/lib/call/domain/call-state";
import { AMOUNT, BILLED, PARTY_MOVED } from "@/lib/call/sql/columns";
import { type Column, columnsOf } from "@/lib/platform/sql/columns";
import type { PlannedChange } from "../domain/plan";

const KEY: readonly Column<PlannedChange>[] = [
  { name: "call_id", type: "bigint", value: ({ change }) => change.after.id },
  { name: "version", type: "integer", value: ({ change }) => change.after.version },
];

/** Who, when, how, and what else a statement prints. */
const AUTHORED: readonly Column<PlannedChange>[] = [
  { name: "changed_at", type: "timestamptz", value: ({ changedAt }) => changedAt },
  { name: "mechanism", type: "text", value: ({ mechanism }) => mechanism },
  { name: "actor_type", type: "text", value: ({ actor }) => actor.type },
  { name: "actor_id", type: "bigint", value: ({ actor }) => actor.id },
  { name: "occurred_at", type: "timestamptz", value: ({ occurredAt }) => occurredAt },
  { name: "service_date", type: "date", value: ({ serviceDate }) => serviceDate },
  { name: "caller_masked", type: "text", value: ({ callerMasked }) => callerMasked },
  ...decided("buyer"),
  ...decided("offer"),
];

/** How a side was decided, before and after. */
function decided(side: Side): Column<PlannedChange>[] {
  return [
    ...moved(`${side}_mechanism`, "text", (call) => call[side].decision?.mechanism ?? null),
    ...moved(`${side}_locked`, "boolean", (call) => call[side].locked),
  ];
}

/** The amount and party of a side, before and after, and what is billed of it. */
function worth(side: Side): Column<PlannedChange>[] {
  const billed = BILLED[side];
  return [
    ...moved(`${side}_converted`, "boolean", (call) => call[side].converted),
    ...moved(PARTY_MOVED[side], "bigint", (call) => call[side].partyId),
    ...moved(AMOUNT[side], "bigint", (call) => call[side].amountMinor.toString(), "_minor"),
    { name: `closes_${billed}`, type: "integer", value: ({ change }) => change[side].closes },
    { name: `${billed}_account_id`, type: "bigint", value: ({ change }) => change[side].opens?.accountId ?? null },
    {
      name: `${billed}_minor`,
      type: "bigint",
      value: ({ change }) => change[side].opens?.amountMinor.toString() ?? null,
    },
    { name: `${side}_rule_id`, type: "bigint", value: ({ change }) => change[side].ruleId },
  ];
}

function moved(
  name: string,
  type: Column<PlannedChange>["type"],
  value: (call: CallState) => string | number | boolean | null,
  suffix = "",
): Column<PlannedChange>[] {
  return [
    { name: `${name}_from${suffix}`, type, value: ({ change }) => value(change.before) },
    { name: `${name}_to${suffix}`, type, value: ({ change }) => value(change.after) },
  ];
}

/** The columns of `call_change`, except the evaluations, which are looked up. */
const LOGGED = [...KEY, ...AUTHORED, ...worth("buyer"), ...worth("offer")];
export const LOGGED_COLUMNS = columnsOf(LOGGED);

/** A side that was evaluated refers to its newest evaluation, which is written before. */
export const CHANGE_COLUMNS = columnsOf([
  ...LOGGED,
  { name: "buyer_evaluated", type: "boolean", value: ({ evaluated }) => evaluated.includes("buyer") },
  { name: "offer_evaluated", type: "boolean", value: ({ evaluated }) => evaluated.includes("offer") },
]);

/** A billable change for the queue of the next rollup, and of its call what the change does not have. */
export const QUEUED_COLUMNS = columnsOf<PlannedChange>([
  ...KEY,
  { name: "uuid", type: "uuid", value: ({ callUuid }) => callUuid },
  { name: "offer_id", type: "bigint", value: ({ change }) => change.after.offerId },
]);
