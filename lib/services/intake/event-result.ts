import type { EventOutcome, NewEvent } from "@/lib/db/webhooks/insert-events";
import type { ReportState, TakenReport } from "./apply-reports";
import { type ToldReport, toldNames } from "./told-report";

const LISTED_AT_MOST = 100;

/** How the log tells what a delivery was turned into. */
export function eventResult(
  told: readonly ToldReport[],
  taken: readonly TakenReport[],
): Pick<NewEvent, "status" | "outcome" | "problem" | "result"> {
  const outcome = outcomeOf(taken);
  return {
    status: outcome === "refused" ? 422 : 200,
    outcome,
    problem: problemOf(taken),
    result: taken.slice(0, LISTED_AT_MOST).map(({ state, callId, problem }, position) => {
      const report = told[position];
      return {
        call_id: callId,
        call_key: report?.callKey ?? "",
        event_key: report?.report.eventId ?? "",
        state,
        told: report ? toldNames(report) : [],
        problem,
      };
    }),
  };
}

/** The best that became of any of its calls: one that was taken in is not undone by another that waits. */
export function outcomeOf(taken: readonly TakenReport[]): EventOutcome {
  const has = (...states: readonly ReportState[]) => taken.some(({ state }) => states.includes(state));
  if (has("created", "updated", "unchanged")) return "taken";
  if (has("waiting")) return "waiting";
  return has("repeated") ? "repeated" : "refused";
}

/** What is wrong with calls of it that were refused; null where nothing is. */
export function problemOf(taken: readonly TakenReport[]): string | null {
  const refused = taken.flatMap(({ problem }) => problem ?? []);
  if (refused.length === 0) return null;
  const sentences = [...new Set(refused)].slice(0, 3).join(" ");
  return taken.length === 1 ? sentences : `${refused.length} of ${taken.length} calls were refused. ${sentences}`;
}
