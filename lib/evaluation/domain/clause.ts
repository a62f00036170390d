/** One thing that was asked of a call: what was wanted, what was seen, and whether that holds. Texts are for people. */
export type Clause = {
  readonly subject: string;
  readonly wanted: string;
  readonly seen: string;
  readonly holds: boolean;
  /** What was seen had been sent or said: it is for those who may read the details of a call. */
  readonly personal?: true;
};

/** A stretch of a segment's text, in characters from `from` up to and not including `to`. */
export type Mark = { readonly segment: number; readonly from: number; readonly to: number };

/** Where in the transcript the proof stands; segments are counted from 0, and the quote is cut where they are long. */
export type Proof = {
  readonly quote: string;
  readonly atSeconds: number;
  readonly segments: readonly number[];
  readonly marks: readonly Mark[];
};

/** What a mechanism or a rule says of a call, with its reasons. */
export type RuleVerdict = {
  readonly holds: boolean;
  readonly clauses: readonly Clause[];
  readonly proof?: Proof;
};

export function verdictOf(clauses: readonly Clause[]): RuleVerdict {
  return { holds: clauses.length > 0 && clauses.every((clause) => clause.holds), clauses };
}
