import { Invalid } from "@/lib/base/errors";
import type { Parsed } from "@/lib/inbound/provider/parsed";
import { type CallReport, callReport } from "./call-report";
import type { IntakeResult } from "./contract/ingest";
import { type IngestResult, type IngestState, ingestCalls } from "./ingest-calls";
import { ingestLog } from "./ingest-log";
import { type EndpointKind, Receiver } from "./receive";

/** What a provider's event was parsed to, up to so many calls of it; without calls, why there are none. */
export type EventPart =
  | { readonly kind: "calls"; readonly reports: readonly CallReport[] }
  | { readonly kind: "ignored" | "malformed"; readonly why: string };

type PartResult = readonly IngestResult[];

const EVENTS_A_TRANSACTION = 100;
const REPORTS_A_PART = 500;

/** A long file comes in parts: each counts by itself, and all of them once if it is sent again. */
export function eventParts(parsed: Parsed, origin: Omit<CallReport, "callKey" | "report">): EventPart[] {
  if (parsed.kind === "ignored") return [{ kind: "ignored", why: parsed.what }];
  if (parsed.kind === "malformed") return [{ kind: "malformed", why: parsed.problem }];
  const reports = parsed.calls.map((call) => callReport(call, origin));
  const starts = Array.from({ length: Math.max(1, Math.ceil(reports.length / REPORTS_A_PART)) }, (_, part) => part);
  return starts.map((part) => ({
    kind: "calls",
    reports: reports.slice(part * REPORTS_A_PART, (part + 1) * REPORTS_A_PART),
  }));
}

const kind: EndpointKind<EventPart, PartResult, IntakeResult> = {
  partsATransaction: EVENTS_A_TRANSACTION,
  apply: async (tx, batch, parts) => {
    const reports = parts.flatMap(reportsOf);
    const results = reports.length === 0 ? [] : await ingestCalls(tx, batch, reports);
    return parts.map((part) => results.splice(0, reportsOf(part).length));
  },
  conclude: (_, parts, results) => {
    const [first] = parts;
    if (first?.kind === "ignored") {
      const log = { status: 200, outcome: "ignored", problem: first.why, result: [] } as const;
      return { log, answer: { status: 200, outcome: "ignored", ignored: first.why } };
    }
    if (first?.kind === "malformed") {
      const log = { status: 422, outcome: "refused", problem: first.why, result: [] } as const;
      return { log, answer: new Invalid({}, `${first.why} Nothing was saved.`) };
    }
    const log = ingestLog(parts.flatMap(reportsOf), results.flat());
    return {
      log,
      answer:
        log.outcome === "refused"
          ? new Invalid({}, `${log.problem} Nothing was saved.`)
          : answerOf(log, results.flat()),
    };
  },
};

const shared = globalThis as { callmarkProviderEvents?: Receiver<EventPart, PartResult, IntakeResult> };
shared.callmarkProviderEvents ??= new Receiver(kind);
export const providerEvents = shared.callmarkProviderEvents;

function reportsOf(part: EventPart): readonly CallReport[] {
  return part.kind === "calls" ? part.reports : [];
}

function answerOf(
  { outcome, problem }: Pick<ReturnType<typeof ingestLog>, "outcome" | "problem">,
  results: readonly IngestResult[],
): IntakeResult {
  const count = (...states: readonly IngestState[]) => results.filter(({ state }) => states.includes(state)).length;
  return {
    status: 200,
    outcome,
    created: count("created"),
    updated: count("updated", "unchanged"),
    repeated: count("repeated"),
    waiting: count("waiting"),
    refused: count("refused"),
    ...(problem !== null && { problem }),
  };
}
