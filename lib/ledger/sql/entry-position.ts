import { Prisma } from "@/lib/platform/sql/generated/client";

/** The position of an entry on its account's page: by booking day, then posting order. */
export type EntryPosition = {
  readonly bookedOn: string;
  readonly rollupNumber: number;
  readonly number: number;
  readonly version: number;
  readonly kind: string;
};

/** The position after the last entry of a day, reading backwards. */
export function beginningOfDay(day: string): EntryPosition {
  return { bookedOn: day, rollupNumber: 0, number: 0, version: 0, kind: "" };
}

export function isBeginningOfDay({ rollupNumber }: EntryPosition): boolean {
  return rollupNumber === 0;
}

/** The account's index provides the first two; the rest orders entries of one day and rollup. */
export const NEWEST_FIRST = Prisma.sql`e.booked_on desc, e.rollup_number desc, e.number desc, e.version desc, e.kind collate "C" desc`;

export function below(position: EntryPosition | null): Prisma.Sql {
  if (!position) return Prisma.empty;
  const { bookedOn, rollupNumber, number, version, kind } = position;
  return Prisma.sql`and (e.booked_on, e.rollup_number, e.number, e.version, e.kind collate "C")
    < (${bookedOn}::date, ${rollupNumber}::bigint, ${number}::bigint, ${version}::integer, ${kind}::text collate "C")`;
}
