import type { Segment } from "./evaluation-facts";

/**
 * The facts that one event reports of one call. Absent means not reported. Times are instants, durations whole seconds.
 */
export type ReportedCall = {
  /** The provider's id of the call, equal in all its events. */
  readonly externalId: string;
  /** Equal if the same event arrives twice. Starts with the kind of event. */
  readonly eventId: string;
  /** Orders the events of a call, if the provider numbers or dates them. */
  readonly sequence?: number;
  /** The uuid of the call in Callmark, if the provider passes it on. */
  readonly uuid?: string;
  readonly caller?: string;
  readonly startedAt?: Date;
  readonly answeredAt?: Date;
  readonly endedAt?: Date;
  readonly durationSeconds?: number;
  readonly connectedSeconds?: number;
  readonly recordingUrl?: string;
  /** Names match /^[a-z][a-z0-9_]*$/, values are text. */
  readonly tokens?: Readonly<Record<string, string>>;
  readonly transcript?: readonly Segment[];
};

/** The same for a call that is already identified. */
export type ReportedFacts = Omit<ReportedCall, "externalId">;
