import type { Day } from "@/lib/base/day";

/** The rule that says which entries a statement holds. */
export type LinesOf = {
  readonly accountId: number;
  readonly cycleStart: Day;
  readonly cycleEnd: Day;
  readonly throughRollup: number;
  readonly previous: {
    readonly cycleEnd: Day;
    readonly throughRollup: number;
    /** The first day of the oldest month that was open when it was issued. Nothing is booked before that any more. */
    readonly openFrom: Day | null;
  } | null;
  readonly lateCount: number;
};

/** Where a page of lines ends. */
export type LinePosition = {
  readonly bookedOn: Day;
  readonly rollupNumber: number;
  readonly number: number;
  readonly version: number;
  readonly kind: string;
};
