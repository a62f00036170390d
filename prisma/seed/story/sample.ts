import type { NewCall } from "@/lib/call/contract/call";
import type { Segment } from "@/lib/call/domain/evaluation-facts";
import type { Network } from "../found-network";
import { MINUTE_MS } from "../local-time";
import type { Occurrence, PlannedCall } from "./planned-call";

export type Ago = (minutes: number) => Date;

/** A hand-written call; minutes are counted back from now. */
export type Sample = {
  readonly about: string;
  readonly startedMinutesAgo: number;
  /** Null if unanswered, absent while running. */
  readonly connectedSeconds?: number | null;
  readonly call: Pick<NewCall, "caller" | "offer_id" | "buyer_id" | "traffic_source_id" | "tokens">;
  readonly transcript?: readonly Segment[];
  readonly story?: (ago: Ago) => readonly Occurrence[];
};

const RINGING_SECONDS = 9;
const UNANSWERED_SECONDS = 34;

export function planSample({ plan }: Network, now: Date, position: number, sample: Sample): PlannedCall {
  const { about, startedMinutesAgo, connectedSeconds, transcript = [], story } = sample;
  const ago: Ago = (minutes) => new Date(now.getTime() - minutes * MINUTE_MS);
  const startedAt = ago(startedMinutesAgo);
  const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);
  const lasted = connectedSeconds === null ? UNANSWERED_SECONDS : RINGING_SECONDS + (connectedSeconds ?? 0);
  const finished = connectedSeconds === undefined ? {} : { ended_at: after(lasted), duration_seconds: lasted };
  const answered = connectedSeconds === null ? { connected_seconds: 0 } : { answered_at: after(RINGING_SECONDS) };
  const external_id = `${plan.prefix}-${900_001 + position}`;
  return {
    about,
    call: { ...sample.call, external_id, started_at: startedAt, ...answered, ...finished },
    transcript,
    occurrences: story?.(ago) ?? [],
  };
}
