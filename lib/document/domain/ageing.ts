import { dayNumber } from "@/lib/base/day";
import type { OpenStatement } from "./split-settlement";

export const AGE_BUCKETS = ["not_due", "days_1_30", "days_31_60", "days_61_90", "over_90"] as const;
export type AgeBucket = (typeof AGE_BUCKETS)[number];

/** The ageing of one party. The parts add up to its balance. */
export type Ageing = {
  readonly buckets: Readonly<Record<AgeBucket, bigint>>;
  /** Settlements not allocated to a statement, as a negative amount. */
  readonly unapplied: bigint;
  /** Booked since the last statement. */
  readonly notOnStatement: bigint;
  readonly balance: bigint;
};

export type Standing = {
  readonly balanceMinor: bigint;
  /** Payments and write-offs less refunds, with the sign of a payment. */
  readonly settledMinor: bigint;
  readonly allocatedMinor: bigint;
  readonly statements: readonly OpenStatement[];
};

/** Ages amounts by due date. An amount due today is not overdue; tomorrow it is one day overdue. */
export function ageOf({ balanceMinor, settledMinor, allocatedMinor, statements }: Standing, today: string): Ageing {
  const buckets: Record<AgeBucket, bigint> = {
    not_due: 0n,
    days_1_30: 0n,
    days_31_60: 0n,
    days_61_90: 0n,
    over_90: 0n,
  };
  for (const { dueOn, openMinor } of statements) buckets[bucketOf(dueOn, today)] += openMinor;
  const open = AGE_BUCKETS.reduce((sum, bucket) => sum + buckets[bucket], 0n);
  const unapplied = allocatedMinor - settledMinor;
  return { buckets, unapplied, notOnStatement: balanceMinor - open - unapplied, balance: balanceMinor };
}

export function bucketOf(dueOn: string, today: string): AgeBucket {
  const late = dayNumber(today) - dayNumber(dueOn);
  if (late <= 0) return "not_due";
  if (late <= 30) return "days_1_30";
  if (late <= 60) return "days_31_60";
  return late <= 90 ? "days_61_90" : "over_90";
}

export function overdueOf({ buckets }: Ageing): bigint {
  return buckets.days_1_30 + buckets.days_31_60 + buckets.days_61_90 + buckets.over_90;
}
