import { type InboundCall, reportedFields } from "./inbound-call";
import type { IngestResult, IngestState } from "./ingest-calls";
import type { EventOutcome, NewEvent } from "./sql/insert-events";

const LISTED_AT_MOST = 100;

/** The log entry of an event. */
export function ingestLog(
  calls: readonly InboundCall[],
  results: readonly IngestResult[],
): Pick<NewEvent, "status" | "outcome" | "problem" | "result"> {
  const outcome = outcomeOf(results);
  return {
    status: outcome === "refused" ? 422 : 200,
    outcome,
    problem: problemOf(results),
    result: results.slice(0, LISTED_AT_MOST).map(({ state, callId, problem }, position) => {
      const call = calls[position];
      return {
        call_id: callId,
        call_key: call?.callKey ?? "",
        event_key: call?.facts.eventId ?? "",
        state,
        reported: call ? reportedFields(call) : [],
        problem,
      };
    }),
  };
}

/** The best result of its calls decides: an applied call outweighs one that waits. */
function outcomeOf(results: readonly IngestResult[]): EventOutcome {
  const has = (...states: readonly IngestState[]) => results.some(({ state }) => states.includes(state));
  if (has("created", "updated", "unchanged")) return "applied";
  if (has("waiting")) return "waiting";
  return has("repeated") ? "repeated" : "refused";
}

/** What is wrong with rejected calls of the event; null if nothing is. */
function problemOf(results: readonly IngestResult[]): string | null {
  const refused = results.flatMap(({ problem }) => problem ?? []);
  if (refused.length === 0) return null;
  const sentences = [...new Set(refused)].slice(0, 3).join(" ");
  return results.length === 1 ? sentences : `${refused.length} of ${results.length} calls were refused. ${sentences}`;
}
