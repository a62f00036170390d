/** One condition with the value wanted, the value seen and the result. Texts are for people. */
export type Clause = {
  readonly subject: string;
  readonly wanted: string;
  readonly seen: string;
  readonly holds: boolean;
  /** The value seen is personal: only readers of call details may see it. */
  readonly personal?: true;
};

/** A range of a segment's text, in characters, `to` excluded. */
export type Mark = { readonly segment: number; readonly from: number; readonly to: number };

/** Where the proof is in the transcript. Segments count from 0; a long quote is shortened. */
export type Proof = {
  readonly quote: string;
  readonly atSeconds: number;
  readonly segments: readonly number[];
  readonly marks: readonly Mark[];
};

/** The verdict of a mechanism or rule, with its clauses. */
export type RuleVerdict = {
  readonly holds: boolean;
  readonly clauses: readonly Clause[];
  readonly proof?: Proof;
};

export function verdictOf(clauses: readonly Clause[]): RuleVerdict {
  return { holds: clauses.length > 0 && clauses.every((clause) => clause.holds), clauses };
}
