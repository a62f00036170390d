/** The first entry that differs from its origin. Null on the side where it is missing. */
export type EntryDifference = {
  readonly source: "call" | "document";
  readonly number: number;
  readonly version: number;
  readonly kind: string;
  readonly actual: EntryFacts | null;
  readonly expected: EntryFacts | null;
};

export type EntryFacts = {
  readonly debit: string | null;
  readonly credit: string | null;
  readonly party: string | null;
  readonly amount: string | null;
  readonly serviceDate: string | null;
  readonly bookedOn: string | null;
  readonly offsets: string | null;
};
