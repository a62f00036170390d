import { type JsonObject, malformed, withJson } from "@/lib/intake/bounded-json";
import type { Reading } from "@/lib/intake/call-report";
import { fitsAny, hmacSha256 } from "@/lib/intake/constant-time";
import type { Delivery, SignatureCheck } from "@/lib/intake/delivery";
import type { Intake } from "@/lib/intake/intake";
import { listAt, objectAt, textAt, valueAt } from "@/lib/intake/json-path";
import { ignored, oneCall } from "@/lib/intake/one-call";
import { keepable } from "@/lib/intake/plain-text";
import { judgeAge } from "@/lib/intake/replay-window";
import { callerOf, digestOf, idOf, uuidOf } from "@/lib/intake/told-identity";
import { secondsOf } from "@/lib/intake/told-seconds";
import { epochOf, secondsAfter } from "@/lib/intake/told-time";
import { tokensOf } from "@/lib/intake/told-tokens";
import { transcriptOf } from "@/lib/intake/told-transcript";

const THIRTY_MINUTES_MS = 30 * 60_000;

/** Post-call webhooks of ElevenLabs agents. Audio and failed dials come to the same address and are not calls to us. */
export const elevenlabs: Intake = {
  provider: "elevenlabs",
  label: "ElevenLabs",
  secretLabel: "Webhook secret",
  secretHint: "Copy the secret that ElevenLabs shows once when you create the post-call webhook and paste it here.",
  secretFromMaker: true,
  verify,
  read: (delivery) => withJson(delivery.body, (payload) => readEvent(payload, delivery)),
};

/**
 * ElevenLabs-Signature: `t=<seconds>,v0=<hex>`, HMAC-SHA256 over `t.body`, good for thirty minutes
 * (elevenlabs.io/docs, "Post-call webhooks", and its published library).
 */
function verify({ header, body, receivedAt }: Delivery, secrets: readonly string[]): SignatureCheck {
  const given = header("elevenlabs-signature")?.trim();
  if (!given) return "missing";
  const parts = given.split(",").map((part) => part.trim());
  const signedAt = parts.find((part) => part.startsWith("t="))?.slice(2) ?? "";
  const digests = parts.filter((part) => part.startsWith("v0=")).map((part) => part.slice(3).toLowerCase());
  const fits = digests
    .slice(0, 5)
    .filter((digest) => fitsAny(secrets, digest, (secret) => hmacSha256(secret, `${signedAt}.`, body)));
  return judgeAge(fits.length > 0, Number(signedAt) * 1000, receivedAt, THIRTY_MINUTES_MS);
}

function readEvent(payload: JsonObject, { body, receivedAt }: Delivery): Reading {
  const kind = textAt(payload, "type") ?? "";
  if (kind !== "post_call_transcription") return ignored(keepable(kind, 80) || "an event without a type");
  const data = objectAt(payload, "data");
  const conversationId = idOf(data.conversation_id);
  if (!conversationId) return malformed("There is no conversation_id.");
  const variables = objectAt(data, "conversation_initiation_client_data", "dynamic_variables");
  const metadata = objectAt(data, "metadata");
  const startedAt = epochOf(metadata.start_time_unix_secs, "seconds", receivedAt);
  const durationSeconds = secondsOf(metadata.call_duration_secs);
  return oneCall({
    externalId: `elevenlabs:${conversationId}`,
    eventId: `${kind}:${conversationId}:${digestOf(body)}`,
    uuid: uuidOf(variables.call_uuid),
    order: epochOf(payload.event_timestamp, "seconds", receivedAt)?.getTime(),
    caller: callerOf(valueAt(metadata, "phone_call", "external_number")) ?? callerOf(variables.system__caller_id),
    startedAt,
    answeredAt: epochOf(metadata.accepted_time_unix_secs, "seconds", receivedAt) ?? startedAt,
    endedAt: secondsAfter(startedAt, durationSeconds),
    durationSeconds,
    tokens: tokensOf(...tokenSources(data), ownVariables(variables)),
    transcript: transcriptOf(
      listAt(data, "transcript").map((line) => ({
        speaker: valueAt(line, "role"),
        text: valueAt(line, "message"),
        atSeconds: valueAt(line, "time_in_call_secs"),
      })),
    ),
  });
}

/** What was collected comes as `{ value, rationale }`, what was judged as `{ result, rationale }`. */
function tokenSources(data: JsonObject): unknown[] {
  const inner = (results: JsonObject, name: string) =>
    Object.fromEntries(Object.entries(results).map(([key, result]) => [key, valueAt(result, name)]));
  return [
    inner(objectAt(data, "analysis", "data_collection_results"), "value"),
    inner(objectAt(data, "analysis", "evaluation_criteria_results"), "result"),
    { call_successful: valueAt(data, "analysis", "call_successful") },
  ];
}

/** Variables of the system are the call's own fields; secret ones are meant for headers and never for a record. */
function ownVariables(variables: JsonObject): JsonObject {
  const isOwn = ([name]: [string, unknown]) => !/^(system|secret)__/.test(name) && name !== "call_uuid";
  return Object.fromEntries(Object.entries(variables).filter(isOwn));
}
