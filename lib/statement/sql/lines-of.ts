import type { Day } from "@/lib/base/day";

/** The range of entries on a statement. */
export type LinesOf = {
  readonly accountId: number;
  readonly cycleStart: Day;
  readonly cycleEnd: Day;
  readonly throughRollup: number;
  readonly previous: {
    readonly cycleEnd: Day;
    readonly throughRollup: number;
    /** The first day of the oldest open month at its issue. Nothing is booked before it any more. */
    readonly openFrom: Day | null;
  } | null;
  readonly lateCount: number;
};

/** The position after the last line of a page. */
export type LinePosition = {
  readonly bookedOn: Day;
  readonly rollupNumber: number;
  readonly number: number;
  readonly version: number;
  readonly kind: string;
};
