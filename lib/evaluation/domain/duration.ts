import type { CallFacts } from "@/lib/call/domain/call-facts";
import { type Judgement, judgement } from "./clause";

export type DurationBasis = "connected" | "total";

/** Longer than the buffer, strictly: with 90 seconds the first converting second is the 91st. */
export type DurationSetting = { readonly basis: DurationBasis; readonly longerThanSeconds: number };

export function judgeDuration({ basis, longerThanSeconds }: DurationSetting, facts: CallFacts): Judgement {
  const seconds = secondsOf(basis, facts);
  return judgement([
    {
      subject: basis === "connected" ? "connected seconds" : "total seconds",
      wanted: `> ${longerThanSeconds}`,
      seen: seconds === null ? "not known yet" : String(seconds),
      holds: seconds !== null && seconds > longerThanSeconds,
    },
  ]);
}

/** Connected seconds are the duration where the source does not tell; a call nobody answered was connected for none. */
export function secondsOf(
  basis: DurationBasis,
  facts: Pick<CallFacts, "answered" | "durationSeconds" | "connectedSeconds">,
): number | null {
  if (basis === "total") return facts.durationSeconds;
  return facts.connectedSeconds ?? (facts.answered || facts.durationSeconds === null ? facts.durationSeconds : 0);
}
