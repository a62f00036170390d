import { type JsonObject, malformed, withJson } from "@/lib/intake/bounded-json";
import type { Reading } from "@/lib/intake/call-report";
import { fitsAny, hmacSha256 } from "@/lib/intake/constant-time";
import type { Delivery, SignatureCheck } from "@/lib/intake/delivery";
import type { Intake } from "@/lib/intake/intake";
import { listAt, objectAt, textAt, valueAt } from "@/lib/intake/json-path";
import { ignored, oneCall } from "@/lib/intake/one-call";
import { keepable } from "@/lib/intake/plain-text";
import { FIVE_MINUTES_MS, judgeAge } from "@/lib/intake/replay-window";
import { callerOf, digestOf, idOf, uuidOf, webAddressOf } from "@/lib/intake/told-identity";
import { secondsBetween, secondsOf } from "@/lib/intake/told-seconds";
import { epochOf } from "@/lib/intake/told-time";
import { tokensOf } from "@/lib/intake/told-tokens";
import { transcriptOf } from "@/lib/intake/told-transcript";

const KINDS = new Set(["call_started", "call_ended", "call_analyzed"]);

/** Webhooks of Retell. What its analysis found comes in call_analyzed alone, some time after call_ended. */
export const retell: Intake = {
  provider: "retell",
  label: "Retell",
  secretLabel: "API key",
  secretHint: "Copy the API key with the webhook badge from the Retell dashboard and paste it here.",
  secretFromMaker: true,
  verify,
  read: (delivery) => withJson(delivery.body, (payload) => readEvent(payload, delivery)),
};

/**
 * x-retell-signature: `v=<milliseconds>,d=<hex>`, HMAC-SHA256 keyed by the API key over the body followed by the
 * milliseconds, good for five minutes (docs.retellai.com/features/secure-webhook, and its published library).
 */
function verify({ header, body, receivedAt }: Delivery, secrets: readonly string[]): SignatureCheck {
  const given = header("x-retell-signature")?.trim();
  if (!given) return "missing";
  const [, signedAt = "", digest = ""] = /^v=(\d{1,16}),d=([0-9a-f]{64})$/i.exec(given) ?? [];
  const fits = fitsAny(secrets, digest.toLowerCase(), (secret) => hmacSha256(secret, body, signedAt));
  return judgeAge(fits, Number(signedAt), receivedAt, FIVE_MINUTES_MS);
}

function readEvent(payload: JsonObject, { body, receivedAt }: Delivery): Reading {
  const kind = textAt(payload, "event") ?? "";
  if (!KINDS.has(kind)) return ignored(keepable(kind, 80) || "an event without a name");
  const call = objectAt(payload, "call");
  const callId = idOf(call.call_id);
  if (!callId) return malformed("There is no call_id.");
  const startedAt = epochOf(call.start_timestamp, "milliseconds", receivedAt);
  return oneCall({
    externalId: `retell:${callId}`,
    eventId: `${kind}:${callId}:${digestOf(body)}`,
    uuid: uuidOf(valueAt(call, "metadata", "call_uuid"), valueAt(call, "retell_llm_dynamic_variables", "call_uuid")),
    caller: callerOf(call.direction === "outbound" ? call.to_number : call.from_number),
    startedAt,
    // Retell's clock starts when the call is connected; calls that nobody took have no start.
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
