import type { ReportedFacts } from "@/lib/call/domain/reported-call";

export const SIDES = ["buyer", "offer"] as const;

/** All facts ever reported of a call, as sets without order. */
export type OracleFacts = {
  readonly recordedStart: number;
  readonly recordedCaller: string | null;
  readonly reported: readonly ReportedFacts[];
  /** Tokens entered by people, the last value of each. */
  readonly entered: Readonly<Record<string, string>>;
  readonly heard: boolean;
};

/** One side of a call in the oracle. Its amount is not stored: it follows from updates and facts. */
export type OracleSide = {
  on: boolean;
  by: string | null;
  explicit: boolean;
  rule: number | null;
  locked: boolean;
  party: number | null;
  stated: bigint | null;
  statedByBuyer: boolean;
  ruled: bigint | null;
  clock: number | null;
  /** A cap may have stopped the conversion: the order of connections decides which call was first. */
  unsure: boolean;
  /** An automatic conversion was reverted by a person. */
  reverted: boolean;
};

export type OracleCall = {
  readonly id: number;
  readonly offerId: number;
  /** The calls of the same caller, including itself. */
  readonly siblings: OracleCall[];
  facts: OracleFacts;
  buyer: OracleSide;
  offer: OracleSide;
  /** Contents received under each event name. */
  events: ReadonlyMap<string, readonly string[]>;
  /** Facts changed since the last evaluation. */
  isDue: boolean;
};
