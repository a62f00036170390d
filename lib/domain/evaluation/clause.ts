/** One thing that was asked of a call: what was wanted, what was seen, and whether that holds. Texts are for people. */
export type Clause = {
  readonly subject: string;
  readonly wanted: string;
  readonly seen: string;
  readonly holds: boolean;
};

/** What a mechanism or a rule says of a call, with its reasons. */
export type Judgement = {
  readonly holds: boolean;
  readonly clauses: readonly Clause[];
  /** Where in the transcript the proof stands. */
  readonly proof?: { readonly quote: string; readonly atSeconds: number; readonly segments: readonly number[] };
};

export function judgement(clauses: readonly Clause[]): Judgement {
  return { holds: clauses.length > 0 && clauses.every((clause) => clause.holds), clauses };
}
