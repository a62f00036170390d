/** An order to a load generator, limited in count and time. */
export type LoadOrder = {
  readonly port: number;
  readonly method: string;
  /** Sent in turn, repeatedly. */
  readonly paths: readonly string[];
  /** The JSON body for each path; none if absent. */
  readonly bodies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** A header with a new value in each request. */
  readonly newInEach?: string;
  /** Index in `paths` to start at. */
  readonly from: number;
  readonly connections: number;
  readonly seconds: number;
  readonly atMost: number;
};

export type LoadResult = {
  readonly answered: number;
  /** Number of answers that were not 2xx. */
  readonly refused: number;
  readonly seconds: number;
  /** Index to continue at. */
  readonly next: number;
};
