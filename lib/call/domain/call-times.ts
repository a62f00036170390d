import type { FieldErrors } from "@/lib/base/errors";

/** The times of a call, in whole seconds. A running call has no end yet. */
export type CallTimes = {
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly durationSeconds: number | null;
  readonly connectedSeconds: number | null;
};

/**
 * Derives missing seconds from the times. Systems round differently, so derived seconds never contradict reported ones.
 */
export function withDerivedSeconds<Times extends CallTimes>(times: Times): Times {
  const { startedAt, answeredAt, endedAt } = times;
  const untilEnd = (from: Date | null) =>
    from && endedAt ? Math.floor((endedAt.getTime() - from.getTime()) / 1000) : null;
  const [lasted, connected] = [untilEnd(startedAt), untilEnd(answeredAt)];
  const atLeast = times.connectedSeconds ?? 0;
  const durationSeconds = times.durationSeconds ?? (lasted === null ? null : Math.max(lasted, atLeast));
  const atMost = durationSeconds ?? Number.POSITIVE_INFINITY;
  const connectedSeconds = times.connectedSeconds ?? (connected === null ? null : Math.min(connected, atMost));
  return { ...times, durationSeconds, connectedSeconds };
}

/** Clocks of other systems may run ahead a little. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Whether a reported time is in the future, beyond clock differences. */
export function liesInFuture(time: Date, now: Date): boolean {
  return time.getTime() > now.getTime() + CLOCK_SKEW_MS;
}

/** Errors for times that are impossible for any call. */
export function timeErrors(
  { startedAt, answeredAt, endedAt, durationSeconds, connectedSeconds }: CallTimes,
  now: Date,
): FieldErrors {
  const future = (time: Date | null) => time !== null && liesInFuture(time, now);
  return {
    ...(future(startedAt) && { started_at: "This time is in the future." }),
    ...(future(answeredAt) && { answered_at: "This time is in the future." }),
    ...(future(endedAt) && { ended_at: "This time is in the future. Leave it out while the call is running." }),
    ...(answeredAt && answeredAt < startedAt && { answered_at: "A call cannot be answered before it started." }),
    ...(endedAt &&
      endedAt < (answeredAt ?? startedAt) && { ended_at: "A call cannot end before it was answered or started." }),
    ...(durationSeconds !== null &&
      connectedSeconds !== null &&
      connectedSeconds > durationSeconds && {
        connected_seconds: "A call cannot be connected for longer than it lasted.",
      }),
  };
}
