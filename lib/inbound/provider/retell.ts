import type { InboundEvent, SignatureCheck } from "@/lib/inbound/domain/inbound-event";
import { callerOf, digestOf, idOf, uuidOf, webAddressOf } from "@/lib/inbound/provider/identifiers";
import { epochOf } from "@/lib/inbound/provider/instants";
import { type JsonObject, listAt, objectAt, parseJson, textAt, valueAt } from "@/lib/inbound/provider/json";
import { ignored, malformed, oneCall, type Parsed } from "@/lib/inbound/provider/parsed";
import type { Provider } from "@/lib/inbound/provider/provider";
import { secondsBetween, secondsOf } from "@/lib/inbound/provider/seconds";
import { checkAge, FIVE_MINUTES_MS, hmacSha256, matchesAny } from "@/lib/inbound/provider/signature";
import { storableText } from "@/lib/inbound/provider/text";
import { tokensOf } from "@/lib/inbound/provider/tokens";
import { transcriptOf } from "@/lib/inbound/provider/transcript";

const KINDS = new Set(["call_started", "call_ended", "call_analyzed"]);

/** Webhooks of Retell. Only call_analyzed, which follows call_ended, carries the analysis. */
export const retell: Provider = {
  name: "retell",
  label: "Retell",
  secretLabel: "API key",
  secretHint: "Copy the API key with the webhook badge from the Retell dashboard and paste it here.",
  issuesSecret: true,
  verify,
  parse: (event) => parseJson(event.body, (payload) => parseEvent(payload, event)),
};

/**
 * x-retell-signature: `v=<milliseconds>,d=<hex>`, HMAC-SHA256 with the API key over the body followed by the
 * milliseconds, valid for five minutes (docs.retellai.com/features/secure-webhook, and its published library).
 */
function verify({ headers, body, receivedAt }: InboundEvent, secrets: readonly string[]): SignatureCheck {
  const sent = headers.get("x-retell-signature")?.trim();
  if (!sent) return "missing";
  const [, signedAt = "", digest = ""] = /^v=(\d{1,16}),d=([0-9a-f]{64})$/i.exec(sent) ?? [];
  const matches = matchesAny(secrets, digest.toLowerCase(), (secret) => hmacSha256(secret, body, signedAt));
  return checkAge(matches, Number(signedAt), receivedAt, FIVE_MINUTES_MS);
}

function parseEvent(payload: JsonObject, { body, receivedAt }: InboundEvent): Parsed {
  const kind = textAt(payload, "event") ?? "";
  if (!KINDS.has(kind)) return ignored(storableText(kind, 80) || "an event without a name");
  const call = objectAt(payload, "call");
  const callId = idOf(call.call_id);
  if (!callId) return malformed("There is no call_id.");
  const startedAt = epochOf(call.start_timestamp, "milliseconds", receivedAt);
  return oneCall({
    externalId: callId,
    eventId: `${kind}:${callId}:${digestOf(body)}`,
    uuid: uuidOf(valueAt(call, "metadata", "call_uuid"), valueAt(call, "retell_llm_dynamic_variables", "call_uuid")),
    caller: callerOf(call.direction === "outbound" ? call.to_number : call.from_number),
    startedAt,
    // Retell's start is the moment of connection; unanswered calls have none.
    answeredAt: startedAt,
    ...(kind !== "call_started" && endOf(call, startedAt, receivedAt)),
    ...(kind === "call_analyzed" && {
      tokens: tokensOf(...analysisOf(call), { disconnection_reason: call.disconnection_reason }),
    }),
  });
}

function endOf(call: JsonObject, startedAt: Date | undefined, receivedAt: Date) {
  const endedAt = epochOf(call.end_timestamp, "milliseconds", receivedAt);
  const milliseconds = typeof call.duration_ms === "number" ? call.duration_ms / 1000 : undefined;
  return {
    endedAt,
    ...(!startedAt && { connectedSeconds: 0 }),
    durationSeconds: secondsOf(milliseconds) ?? secondsBetween(startedAt, endedAt),
    recordingUrl: webAddressOf(call.recording_url),
    tokens: tokensOf({ disconnection_reason: call.disconnection_reason }),
    transcript: transcriptOf(
      listAt(call, "transcript_object").map((line) => ({
        speaker: valueAt(line, "role"),
        text: valueAt(line, "content"),
        atSeconds: valueAt(listAt(line, "words")[0], "start"),
      })),
    ),
  };
}

function analysisOf(call: JsonObject): unknown[] {
  const { call_successful, in_voicemail, user_sentiment, custom_analysis_data } = objectAt(call, "call_analysis");
  return [custom_analysis_data, { call_successful, in_voicemail, user_sentiment }];
}
