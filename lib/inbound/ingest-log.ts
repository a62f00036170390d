import { type CallReport, reportedNames } from "./call-report";
import type { IngestResult, IngestState } from "./ingest-calls";
import type { EventOutcome, NewEvent } from "./sql/insert-events";

const LISTED_AT_MOST = 100;

/** How the log tells what an event was turned into. */
export function ingestLog(
  reports: readonly CallReport[],
  results: readonly IngestResult[],
): Pick<NewEvent, "status" | "outcome" | "problem" | "result"> {
  const outcome = outcomeOf(results);
  return {
    status: outcome === "refused" ? 422 : 200,
    outcome,
    problem: problemOf(results),
    result: results.slice(0, LISTED_AT_MOST).map(({ state, callId, problem }, position) => {
      const report = reports[position];
      return {
        call_id: callId,
        call_key: report?.callKey ?? "",
        event_key: report?.report.eventId ?? "",
        state,
        told: report ? reportedNames(report) : [],
        problem,
      };
    }),
  };
}

/** The best that became of any of its calls: one that was taken in is not undone by another that waits. */
function outcomeOf(results: readonly IngestResult[]): EventOutcome {
  const has = (...states: readonly IngestState[]) => results.some(({ state }) => states.includes(state));
  if (has("created", "updated", "unchanged")) return "taken";
  if (has("waiting")) return "waiting";
  return has("repeated") ? "repeated" : "refused";
}

/** What is wrong with calls of it that were refused; null where nothing is. */
function problemOf(results: readonly IngestResult[]): string | null {
  const refused = results.flatMap(({ problem }) => problem ?? []);
  if (refused.length === 0) return null;
  const sentences = [...new Set(refused)].slice(0, 3).join(" ");
  return results.length === 1 ? sentences : `${refused.length} of ${results.length} calls were refused. ${sentences}`;
}
