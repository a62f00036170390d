import { maskCaller } from "@/lib/call/domain/mask-caller";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { ChangedFacts } from "../domain/plan";

/** Writes changed facts of these calls, which must be locked. Erased calls store nothing personal. */
export async function saveFacts(tx: SqlTx, changed: readonly ChangedFacts[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = JSON.stringify(
    changed.map(({ callId, facts, transcript, callerHash }) => ({
      ...facts,
      transcript,
      id: callId,
      callerHash,
      callerMasked: maskCaller(facts.caller),
    })),
  );
  await Promise.all([
    tx.$executeRaw`
      update call set started_at = n."startedAt", answered_at = n."answeredAt", ended_at = n."endedAt",
        duration_seconds = n."durationSeconds", connected_seconds = n."connectedSeconds",
        caller_hash = coalesce(call.caller_hash, decode(n."callerHash", 'hex')),
        caller_masked = coalesce(call.caller_masked, n."callerMasked")
      from jsonb_to_recordset(${rows}::jsonb) as n(id bigint, "startedAt" timestamptz, "answeredAt" timestamptz,
        "endedAt" timestamptz, "durationSeconds" integer, "connectedSeconds" integer, "callerHash" text,
        "callerMasked" text)
      where call.company_id = ${tx.company} and call.id = n.id and n.id between 1 and ${Number.MAX_SAFE_INTEGER}`,
    tx.$executeRaw`
      update call_person set caller = n.caller, recording_url = n."recordingUrl", tokens = n.tokens,
        transcript = coalesce(n.transcript, call_person.transcript)
      from jsonb_to_recordset(${rows}::jsonb) as n(id bigint, caller text, "recordingUrl" text, tokens jsonb,
        transcript jsonb)
      where call_person.company_id = ${tx.company} and call_person.call_id = n.id
        and n.id between 1 and ${Number.MAX_SAFE_INTEGER}`,
  ]);
}
