import type { EarlierCall, EvaluationFacts } from "@/lib/call/domain/evaluation-facts";
import type { Clause } from "./clause";

/** Which earlier calls make a later one a duplicate, and for how many seconds. */
export type DuplicateWindow = {
  readonly seconds: number;
  readonly counts: "converted" | "connected" | "any";
};

/** Holds if no counted call started within the window before; exactly the window apart is outside. */
export function evaluateDuplicate({ seconds, counts }: DuplicateWindow, facts: EvaluationFacts): Clause {
  const from = facts.startedAt.getTime() - seconds * 1000;
  const earlier = facts.earlierCalls.find((call) => countsAs(counts, call) && call.startedAt.getTime() > from);
  return {
    subject: "earlier calls",
    wanted: `none ${counts === "any" ? "" : `${counts} `}within ${seconds} s`,
    seen: earlier
      ? `one ${Math.round((facts.startedAt.getTime() - earlier.startedAt.getTime()) / 1000)} s before`
      : "none",
    holds: earlier === undefined,
  };
}

function countsAs(counts: DuplicateWindow["counts"], call: EarlierCall): boolean {
  return counts === "any" || (counts === "converted" ? call.converted : call.connected);
}
