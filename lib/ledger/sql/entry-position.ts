import { Prisma } from "@/lib/platform/sql/generated/client";

/** The place of an entry on its account's page: by day of the books, then in the order of posting. */
export type EntryPosition = {
  readonly bookedOn: string;
  readonly rollupNumber: number;
  readonly number: number;
  readonly version: number;
  readonly kind: string;
};

/** Where a day ends when read from its end: before it stand the days before. */
export function beginningOfDay(day: string): EntryPosition {
  return { bookedOn: day, rollupNumber: 0, number: 0, version: 0, kind: "" };
}

export function isBeginningOfDay({ rollupNumber }: EntryPosition): boolean {
  return rollupNumber === 0;
}

/** The index of an account gives the first two for nothing; the rest tells entries of one day and rollup apart. */
export const NEWEST_FIRST = Prisma.sql`e.booked_on desc, e.rollup_number desc, e.number desc, e.version desc, e.kind collate "C" desc`;

export function below(position: EntryPosition | null): Prisma.Sql {
  if (!position) return Prisma.empty;
  const { bookedOn, rollupNumber, number, version, kind } = position;
  return Prisma.sql`and (e.booked_on, e.rollup_number, e.number, e.version, e.kind collate "C")
    < (${bookedOn}::date, ${rollupNumber}::bigint, ${number}::bigint, ${version}::integer, ${kind}::text collate "C")`;
}
