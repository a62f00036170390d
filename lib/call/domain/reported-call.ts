import type { Segment } from "@/lib/evaluation/domain/evaluation-facts";

/** What one event reports of one call. Absent means not reported. Times are instants, durations whole seconds. */
export type ReportedCall = {
  /** The provider's own id of the call, the same in all its events. */
  readonly externalId: string;
  /** Equal where the same event arrives twice; starts with the kind of event. */
  readonly eventId: string;
  /** Orders the events of a call where the provider numbers or times them. */
  readonly sequence?: number;
  /** Our uuid of the call, where the provider carried it along. */
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

/** The same, kept with a call that is identified already. */
export type ReportedFacts = Omit<ReportedCall, "externalId">;
