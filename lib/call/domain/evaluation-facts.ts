/** One utterance of a transcript. */
export type Segment = { readonly speaker: string; readonly text: string; readonly atSeconds: number };

/** An earlier call of the same caller to the same party, nearest first. */
export type EarlierCall = { readonly startedAt: Date; readonly converted: boolean; readonly connected: boolean };

/** Everything the automatic mechanisms use: an evaluation depends on these facts and the settings only. */
export type EvaluationFacts = {
  readonly startedAt: Date;
  readonly answered: boolean;
  /** Null while the call is running, or if the integration does not report it. */
  readonly durationSeconds: number | null;
  /** Counted from the buyer's answer; equals the duration if the integration does not report it. */
  readonly connectedSeconds: number | null;
  readonly tokens: Readonly<Record<string, string>>;
  readonly transcript: readonly Segment[];
  /** Empty for anonymous callers, who never have duplicates. */
  readonly earlierCalls: readonly EarlierCall[];
};
