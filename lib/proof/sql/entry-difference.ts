/** The first entry that is not what its origin says. Null on one side: it is missing there. */
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
