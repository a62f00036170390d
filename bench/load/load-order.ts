/** What a load generator is asked for: bounded in count and in time. */
export type LoadOrder = {
  readonly port: number;
  readonly method: string;
  /** Sent in turn, again from the first after the last. */
  readonly paths: readonly string[];
  /** The body that goes with each path, as JSON; none where this is absent. */
  readonly bodies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Where in `paths` to begin. */
  readonly from: number;
  readonly connections: number;
  readonly seconds: number;
  readonly atMost: number;
};

export type LoadResult = {
  readonly answered: number;
  /** How many answers were not 2xx. */
  readonly refused: number;
  readonly seconds: number;
  /** Where to go on. */
  readonly next: number;
};
