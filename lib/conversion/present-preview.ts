import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { formatMoney } from "@/lib/base/money";
import { type CallState, SIDES, type Side } from "@/lib/call/domain/call-state";
import { AMOUNT } from "@/lib/call/domain/pricing-tokens";
import { capName, capText, limitText } from "@/lib/cap/domain/cap-text";
import type { PartyNames } from "@/lib/party/sql/party-names";
import type { Preview, PreviewCap, PreviewEntry, PreviewSide, PreviewState } from "./contract/preview";
import { warningsOf } from "./conversion-answer";
import type { BatchContext } from "./domain/context";
import type { PreviewedEntry } from "./domain/entries";
import { FLAG } from "./domain/permissions";
import type { Plan } from "./domain/plan";
import type { Outcome } from "./domain/request";

type Reader = Pick<Context, "company" | "actor">;

/** A plan that is shown and not committed. */
export type PreviewedPlan = {
  readonly context: BatchContext;
  readonly plan: Plan;
  /** What the next rollup would post for its changes. */
  readonly entries: readonly PreviewedEntry[];
};

/** What a plan would do to the call of a request, with the fields that this reader may see. */
export function presentPreview(
  reader: Reader,
  { context, plan, entries }: PreviewedPlan,
  outcome: Extract<Outcome, { ok: true }>,
  names: PartyNames,
): Preview {
  const { callId } = outcome;
  const before = context.calls.find(({ state }) => state.id === callId)?.state;
  const after = plan.stateOf(callId);
  if (!before || !after) throw new Error(`call ${callId} was planned but cannot be found`);
  const of = (side: Side) => (may(reader.actor.access, "read", FLAG[side]) ? sideOf(side) : undefined);
  const change = plan.changes.findLast((change) => change.change.after.id === callId)?.change;
  const sideOf = (side: Side): PreviewSide => ({
    before: stateOf(reader, context, before, side, names),
    after: stateOf(reader, context, after, side, names, change?.[side].ruleId),
  });
  const shown = entries.filter(
    (entry) => entry.callId === callId && may(reader.actor.access, "read", FLAG[entry.side]),
  );
  const changed = outcome.changed || change !== undefined;
  const margin = marginOf(
    reader,
    entries.filter((entry) => entry.callId === callId),
  );
  const [buyer, offer] = SIDES.map(of);
  return {
    call_id: callId,
    changed,
    ...(outcome.held.length > 0 && { held: true as const }),
    ...(outcome.repeated && { repeated: true as const }),
    ...(outcome.older.length > 0 && { superseded: true as const }),
    currency: reader.company.currency,
    ...(buyer && { buyer }),
    ...(offer && { offer }),
    entries: shown.map((entry) => presentEntry(reader, entry, names)),
    ...(margin !== null && { margin }),
    caps: capsOf(reader, context, plan.capUse),
    inbox: plan.inbox
      .filter((item) => item.callId === callId)
      .map(({ reason, side, problem }) => ({ reason, side, problem })),
    warnings: warningsOf(reader, after),
  };
}

/** Buyers' systems do not see names of rules and caps. */
function seesWhy({ access }: Context["actor"]): boolean {
  return may(access, "read", "call.details");
}

function stateOf(
  { actor, company }: Reader,
  context: BatchContext,
  call: CallState,
  side: Side,
  names: PartyNames,
  pricedBy: number | null = null,
): PreviewState {
  const { converted, partyId, amountMinor, amountFrom, decision } = call[side];
  const seesParty = side === "buyer" || may(actor.access, "read", "call.details");
  const owner = side === "buyer" ? partyId : call.offerId;
  const rules = context.settings.inForce(side, owner, call.startedAt)?.mechanisms.rules ?? [];
  const rule = rules.find(({ id }) => id === (pricedBy ?? decision?.ruleId));
  return {
    converted,
    ...(seesParty && { party: partyId === null ? null : named(side, partyId, names) }),
    ...(may(actor.access, "read", AMOUNT[side]) && {
      amount: formatMoney(amountMinor, company.decimals),
      amount_from: amountFrom === "stated_by_buyer" ? "stated" : amountFrom,
    }),
    ...(rule && seesWhy(actor) && { rule: { id: rule.id, name: rule.name } }),
  };
}

function presentEntry({ actor, company }: Reader, entry: PreviewedEntry, names: PartyNames): PreviewEntry {
  const { side, kind, partyId, amountMinor, bookedOn, serviceDate, correction, offsetsPosted, callId } = entry;
  const original = kind === "credit" ? "charge" : "payout";
  return {
    kind,
    party: { type: side === "buyer" ? "buyer" : "traffic_source", ...named(side, partyId, names) },
    ...(may(actor.access, "read", AMOUNT[side]) && { amount: formatMoney(amountMinor, company.decimals) }),
    period: bookedOn.slice(0, 7),
    service_date: serviceDate,
    correction,
    offsets_entry_id: offsetsPosted === null ? null : `call-${callId}-${offsetsPosted}-${original}`,
  };
}

function named(side: Side, id: number, { buyers, sources }: PartyNames) {
  return { id, name: (side === "buyer" ? buyers : sources).get(id) ?? String(id) };
}

/** Added receivables less added payables; null if the reader may not see both. */
function marginOf({ actor, company }: Reader, entries: readonly PreviewedEntry[]): string | null {
  if (!SIDES.every((side) => may(actor.access, "read", AMOUNT[side]))) return null;
  const sign = { charge: 1n, credit: -1n, payout: -1n, clawback: 1n } as const;
  const minor = entries.reduce((sum, { kind, amountMinor }) => sum + sign[kind] * amountMinor, 0n);
  return minor < 0n ? `-${formatMoney(-minor, company.decimals)}` : formatMoney(minor, company.decimals);
}

export function capsOf(
  { actor, company }: Reader,
  { caps, used }: BatchContext,
  use: PreviewedPlan["plan"]["capUse"],
): PreviewCap[] {
  return use.flatMap(({ capId, start, by }): PreviewCap[] => {
    const cap = caps.find(({ id }) => id === capId);
    if (!cap || !seesWhy(actor) || !may(actor.access, "read", FLAG[cap.side])) return [];
    const before = used.find((usage) => usage.capId === capId && usage.start.getTime() === start.getTime())?.used ?? 0n;
    const after = before + by;
    const shows = cap.measure !== "revenue" || may(actor.access, "read", AMOUNT[cap.side]);
    const text = (limit: bigint) => limitText({ measure: cap.measure, limit }, company.decimals);
    return [
      {
        cap_id: capId,
        name: shows ? capText(cap, company.decimals) : capName(cap),
        ...(shows && { used_before: text(before), used_after: text(after), limit: text(cap.limit) }),
        over: after > cap.limit,
      },
    ];
  });
}
