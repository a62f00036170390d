import { wallClock } from "@/lib/base/wall-clock";
import { timeText } from "@/lib/evaluation/domain/business-hours";
import { verdictOf } from "@/lib/evaluation/domain/clause";
import type { Step } from "@/lib/evaluation/domain/evaluate";
import type { UsedUp } from "./cap-counts";
import { capName, moneyWord } from "./cap-text";

/** A cap as the last step of an evaluation, only if it stopped the side from converting. */
export type CapStep = Omit<Step, "mechanism" | "amount"> & { readonly mechanism: "cap" };

/**
 * "The cap of 50 conversions per day was used up", with the usage and the time in the cap's zone. Caps on money show no
 * amounts.
 */
export function capStep({ cap, used }: UsedUp, at: Date): CapStep {
  const clock = timeText(wallClock(at, cap.timeZone).minuteOfDay);
  const isMoney = cap.measure === "revenue";
  return {
    mechanism: "cap",
    name: `The ${capName(cap)} was used up`,
    ruleId: null,
    on: true,
    verdictOf: verdictOf([
      {
        subject: isMoney ? moneyWord(cap.side) : "conversions",
        wanted: isMoney ? "with room for this call" : `< ${cap.limit}`,
        seen: isMoney ? `too little left at ${clock}` : `${used} of ${cap.limit} at ${clock}`,
        holds: false,
      },
    ]),
  };
}
