import { Invalid } from "@/lib/base/errors";
import type { Parsed } from "@/lib/inbound/provider/parsed";
import type { IntakeResult } from "./contract/ingest";
import { type InboundCall, inboundCall } from "./inbound-call";
import { type IngestResult, type IngestState, ingestCalls } from "./ingest-calls";
import { ingestLog } from "./ingest-log";
import { type EndpointKind, Receiver } from "./receive";

/** A part of a parsed event with a limited number of calls; without calls, the reason. */
export type EventPart =
  | { readonly kind: "calls"; readonly calls: readonly InboundCall[] }
  | { readonly kind: "ignored" | "malformed"; readonly why: string };

type PartResult = readonly IngestResult[];

const EVENTS_A_TRANSACTION = 100;
const CALLS_A_PART = 500;

/** Splits a long file into parts. Each part is applied separately; a repeated file is recognized as a whole. */
export function eventParts(parsed: Parsed, origin: Omit<InboundCall, "callKey" | "facts">): EventPart[] {
  if (parsed.kind === "ignored") return [{ kind: "ignored", why: parsed.what }];
  if (parsed.kind === "malformed") return [{ kind: "malformed", why: parsed.problem }];
  const calls = parsed.calls.map((call) => inboundCall(call, origin));
  const starts = Array.from({ length: Math.max(1, Math.ceil(calls.length / CALLS_A_PART)) }, (_, part) => part);
  return starts.map((part) => ({
    kind: "calls",
    calls: calls.slice(part * CALLS_A_PART, (part + 1) * CALLS_A_PART),
  }));
}

const kind: EndpointKind<EventPart, PartResult, IntakeResult> = {
  partsATransaction: EVENTS_A_TRANSACTION,
  apply: async (tx, batch, parts) => {
    const calls = parts.flatMap(callsOf);
    const results = calls.length === 0 ? [] : await ingestCalls(tx, batch, calls);
    return parts.map((part) => results.splice(0, callsOf(part).length));
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
    const log = ingestLog(parts.flatMap(callsOf), results.flat());
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

function callsOf(part: EventPart): readonly InboundCall[] {
  return part.kind === "calls" ? part.calls : [];
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
