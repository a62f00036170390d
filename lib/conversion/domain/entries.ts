import { SIDES, type Side, standing } from "@/lib/call/domain/call-state";
import type { CallChange } from "./billing";

/** A day as `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

type Dated = { readonly serviceDate: Day; readonly bookedOn: Day };

/** What the ledger holds, or will hold, for the calls of a plan. */
export type LedgerOfCalls = {
  /** The first open day; null while no month is closed. */
  readonly openFrom: Day | null;
  /** Posted standing charges and payouts, by `entryKey`. */
  readonly posted: ReadonlyMap<string, Dated>;
  /** Billing days of changes that wait for a rollup, by `entryKey`. */
  readonly queued: ReadonlyMap<string, Day>;
};

/** An entry that the next rollup would post for a change. Amount in minor units. */
export type PreviewedEntry = Dated & {
  readonly callId: number;
  readonly version: number;
  readonly kind: "charge" | "credit" | "payout" | "clawback";
  readonly side: Side;
  readonly partyId: number;
  readonly amountMinor: bigint;
  /** The month of the service is closed, so the entry is posted to a later month. */
  readonly correction: boolean;
  /** For a credit or clawback of a posted entry, the version that opened it; else null. */
  readonly offsetsPosted: number | null;
};

type Planned = { readonly change: CallChange; readonly serviceDate: Day };

const KINDS = { buyer: { opens: "charge", closes: "credit" }, offer: { opens: "payout", closes: "clawback" } } as const;

export function entryKey(callId: number, version: number, kind: "charge" | "payout"): string {
  return `${callId} ${version} ${kind}`;
}

/**
 * The entries that the next rollup posts for these changes. Openings have the day of the call, offsets the day of what
 * they offset; in a closed month both move to the oldest open month. `moved` holds the new days of calls whose start is
 * corrected.
 */
export function entriesOf(
  planned: readonly Planned[],
  ledger: LedgerOfCalls,
  moved: ReadonlyMap<number, Day> = new Map(),
): PreviewedEntry[] {
  const opened = new Map<string, Day>();
  return planned.flatMap(({ change, serviceDate }) =>
    SIDES.flatMap((side): PreviewedEntry[] => {
      const { after } = change;
      const { opens, closes } = change[side];
      const kinds = KINDS[side];
      const base = { callId: after.id, version: after.version, side };
      const day = moved.get(after.id) ?? serviceDate;
      if (opens) opened.set(entryKey(after.id, after.version, kinds.opens), day);
      const was = standing(change.before[side]);
      const is = standing(after[side]);
      return [
        ...(closes !== null && was
          ? [{ ...base, ...was, kind: kinds.closes, ...offset(entryKey(after.id, closes, kinds.opens), closes) }]
          : []),
        ...(opens && is ? [{ ...base, ...is, kind: kinds.opens, ...dated(day, day), offsetsPosted: null }] : []),
      ];
    }),
  );

  function offset(key: string, version: number) {
    const posted = ledger.posted.get(key);
    if (posted) return { ...dated(posted.serviceDate, posted.bookedOn), offsetsPosted: version };
    const day = opened.get(key) ?? ledger.queued.get(key) ?? "";
    return { ...dated(day, day), offsetsPosted: null };
  }

  function dated(serviceDate: Day, notBefore: Day) {
    const bookedOn = ledger.openFrom !== null && ledger.openFrom > notBefore ? ledger.openFrom : notBefore;
    return { serviceDate, bookedOn, correction: bookedOn > serviceDate };
  }
}
