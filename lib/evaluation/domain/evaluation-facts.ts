/** One utterance of a transcript. */
export type Segment = { readonly speaker: string; readonly text: string; readonly atSeconds: number };

/** An earlier call of the same caller to the same party, nearest first. */
export type EarlierCall = { readonly startedAt: Date; readonly converted: boolean; readonly connected: boolean };

/** Everything the automatic mechanisms may look at. Evaluating is a function of this and of the settings, nothing else. */
export type EvaluationFacts = {
  readonly startedAt: Date;
  readonly answered: boolean;
  /** Null while the call is running, or where the source does not tell. */
  readonly durationSeconds: number | null;
  /** From the buyer's answer; equals the duration where the source does not tell. */
  readonly connectedSeconds: number | null;
  readonly tokens: Readonly<Record<string, string>>;
  readonly transcript: readonly Segment[];
  /** Empty for anonymous callers, who are never duplicates. */
  readonly earlierCalls: readonly EarlierCall[];
};
