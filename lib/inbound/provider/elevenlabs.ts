import type { InboundEvent, SignatureCheck } from "@/lib/inbound/domain/inbound-event";
import { callerOf, digestOf, idOf, uuidOf } from "@/lib/inbound/provider/identifiers";
import { epochOf, secondsAfter } from "@/lib/inbound/provider/instants";
import { type JsonObject, listAt, objectAt, parseJson, textAt, valueAt } from "@/lib/inbound/provider/json";
import { ignored, malformed, oneCall, type Parsed } from "@/lib/inbound/provider/parsed";
import type { Provider } from "@/lib/inbound/provider/provider";
import { secondsOf } from "@/lib/inbound/provider/seconds";
import { checkAge, hmacSha256, matchesAny } from "@/lib/inbound/provider/signature";
import { storableText } from "@/lib/inbound/provider/text";
import { tokensOf } from "@/lib/inbound/provider/tokens";
import { transcriptOf } from "@/lib/inbound/provider/transcript";

const THIRTY_MINUTES_MS = 30 * 60_000;

/** Post-call webhooks of ElevenLabs agents. Audio and failed calls use the same URL and are ignored. */
export const elevenlabs: Provider = {
  name: "elevenlabs",
  label: "ElevenLabs",
  secretLabel: "Webhook secret",
  secretHint: "Copy the secret that ElevenLabs shows once when you create the post-call webhook and paste it here.",
  issuesSecret: true,
  verify,
  parse: (event) => parseJson(event.body, (payload) => parseEvent(payload, event)),
};

/**
 * ElevenLabs-Signature: `t=<seconds>,v0=<hex>`, HMAC-SHA256 over `t.body`, valid for 30 minutes (elevenlabs.io/docs,
 * "Post-call webhooks", and its published library).
 */
function verify({ headers, body, receivedAt }: InboundEvent, secrets: readonly string[]): SignatureCheck {
  const sent = headers.get("elevenlabs-signature")?.trim();
  if (!sent) return "missing";
  const parts = sent.split(",").map((part) => part.trim());
  const signedAt = parts.find((part) => part.startsWith("t="))?.slice(2) ?? "";
  const digests = parts.filter((part) => part.startsWith("v0=")).map((part) => part.slice(3).toLowerCase());
  const matches = digests
    .slice(0, 5)
    .filter((digest) => matchesAny(secrets, digest, (secret) => hmacSha256(secret, `${signedAt}.`, body)));
  return checkAge(matches.length > 0, Number(signedAt) * 1000, receivedAt, THIRTY_MINUTES_MS);
}

function parseEvent(payload: JsonObject, { body, receivedAt }: InboundEvent): Parsed {
  const kind = textAt(payload, "type") ?? "";
  if (kind !== "post_call_transcription") return ignored(storableText(kind, 80) || "an event without a type");
  const data = objectAt(payload, "data");
  const conversationId = idOf(data.conversation_id);
  if (!conversationId) return malformed("There is no conversation_id.");
  const variables = objectAt(data, "conversation_initiation_client_data", "dynamic_variables");
  const metadata = objectAt(data, "metadata");
  const startedAt = epochOf(metadata.start_time_unix_secs, "seconds", receivedAt);
  const durationSeconds = secondsOf(metadata.call_duration_secs);
  return oneCall({
    externalId: conversationId,
    eventId: `${kind}:${conversationId}:${digestOf(body)}`,
    uuid: uuidOf(variables.call_uuid),
    sequence: epochOf(payload.event_timestamp, "seconds", receivedAt)?.getTime(),
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

/** Collected data is `{ value, rationale }`, evaluation criteria are `{ result, rationale }`. */
function tokenSources(data: JsonObject): unknown[] {
  const inner = (results: JsonObject, name: string) =>
    Object.fromEntries(Object.entries(results).map(([key, result]) => [key, valueAt(result, name)]));
  return [
    inner(objectAt(data, "analysis", "data_collection_results"), "value"),
    inner(objectAt(data, "analysis", "evaluation_criteria_results"), "result"),
    { call_successful: valueAt(data, "analysis", "call_successful") },
  ];
}

/** Leaves out system variables, which repeat the call's fields, and secret variables, which are for headers only. */
function ownVariables(variables: JsonObject): JsonObject {
  const isOwn = ([name]: [string, unknown]) => !/^(system|secret)__/.test(name) && name !== "call_uuid";
  return Object.fromEntries(Object.entries(variables).filter(isOwn));
}
