import type { ReportedFacts } from "@/lib/call/domain/reported-call";

export const SIDES = ["buyer", "offer"] as const;

/** All that was ever told of a call, as sets: in which order it came is not kept. */
export type OracleFacts = {
  readonly recordedStart: number;
  readonly recordedCaller: string | null;
  readonly reported: readonly ReportedFacts[];
  /** What people entered, of each token the last. */
  readonly entered: Readonly<Record<string, string>>;
  readonly heard: boolean;
};

/** One side of a call in the oracle's words. What it costs is never stored: it follows from what was said and from the facts. */
export type OracleSide = {
  on: boolean;
  by: string | null;
  explicit: boolean;
  rule: number | null;
  locked: boolean;
  party: number | null;
  said: bigint | null;
  saidByBuyer: boolean;
  ruled: bigint | null;
  clock: number | null;
  /** A cap may have stopped that the facts convert it, or not: who came first is for the database to say. */
  unsure: boolean;
  /** Somebody took an automatic conversion back. */
  reverted: boolean;
};

export type OracleCall = {
  readonly id: number;
  readonly offerId: number;
  /** The calls of the same caller, itself among them. */
  readonly siblings: OracleCall[];
  facts: OracleFacts;
  buyer: OracleSide;
  offer: OracleSide;
  /** By name of an event, the words that came under it. */
  events: ReadonlyMap<string, readonly string[]>;
  /** More became known since it was evaluated. */
  isDue: boolean;
};
