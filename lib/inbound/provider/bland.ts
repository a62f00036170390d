import type { InboundEvent, SignatureCheck } from "@/lib/inbound/domain/inbound-event";
import { callerOf, digestOf, idOf, uuidOf, webAddressOf } from "@/lib/inbound/provider/identifiers";
import { instantOf, secondsAfter } from "@/lib/inbound/provider/instants";
import { isObject, type JsonObject, listAt, objectAt, parseJson, textAt, valueAt } from "@/lib/inbound/provider/json";
import { ignored, malformed, oneCall, type Parsed } from "@/lib/inbound/provider/parsed";
import type { Provider } from "@/lib/inbound/provider/provider";
import { secondsBetween, secondsOf } from "@/lib/inbound/provider/seconds";
import { hmacSha256, matchesAny } from "@/lib/inbound/provider/signature";
import { tokensOf } from "@/lib/inbound/provider/tokens";
import { transcriptOf } from "@/lib/inbound/provider/transcript";

/** Variables that Bland sets on every call. */
const SYSTEM_VARIABLES = new Set(
  "call_id call_uuid from to short_from short_to phone_number metadata now now_utc timestamp timezone".split(" "),
);
const NOT_ANSWERED = new Set(["no-answer", "busy", "failed", "canceled"]);

/** Bland's post-call webhook. `call_length` is minutes with decimals, `corrected_duration` seconds as text. */
export const bland: Provider = {
  name: "bland",
  label: "Bland",
  secretLabel: "Webhook signing secret",
  secretHint: "Create a webhook signing secret under Keys in the account settings of Bland and paste it here.",
  issuesSecret: true,
  verify,
  parse: (event) => parseJson(event.body, (payload) => parseCall(payload, event)),
};

/**
 * X-Webhook-Signature: hex HMAC-SHA256 of the raw body, without a timestamp (docs.bland.ai/tutorials/webhook-signing).
 */
function verify({ headers, body }: InboundEvent, secrets: readonly string[]): SignatureCheck {
  const sent = headers.get("x-webhook-signature")?.trim().toLowerCase();
  if (!sent) return "missing";
  return matchesAny(secrets, sent, (secret) => hmacSha256(secret, body)) ? "valid" : "wrong";
}

function parseCall(payload: JsonObject, { body, receivedAt }: InboundEvent): Parsed {
  const callId = idOf(payload.call_id ?? payload.c_id);
  if (!callId) return malformed("There is no call_id.");
  const isOver = payload.completed === true || payload.end_at || payload.corrected_duration || payload.call_length;
  if (!isOver) return ignored("an event during the call");
  const startedAt = instantOf(payload.started_at, receivedAt) ?? instantOf(payload.created_at, receivedAt);
  const reportedEnd = instantOf(payload.end_at, receivedAt);
  const durationSeconds = durationOf(payload) ?? secondsBetween(startedAt, reportedEnd);
  const wasAnswered =
    durationSeconds !== 0 &&
    !NOT_ANSWERED.has(textAt(payload, "answered_by") ?? "") &&
    !NOT_ANSWERED.has(textAt(payload, "status") ?? "");
  return oneCall({
    externalId: callId,
    eventId: `post_call:${callId}:${digestOf(body)}`,
    uuid: uuidOf(
      valueAt(payload, "metadata", "call_uuid"),
      valueAt(payload, "variables", "metadata", "call_uuid"),
      valueAt(payload, "variables", "call_uuid"),
    ),
    caller: callerOf(payload.inbound === false ? payload.to : payload.from),
    startedAt,
    ...(wasAnswered ? { answeredAt: startedAt } : { connectedSeconds: 0 }),
    endedAt: reportedEnd ?? secondsAfter(startedAt, durationSeconds),
    durationSeconds,
    recordingUrl: webAddressOf(payload.recording_url),
    tokens: tokensOf(...tokenSources(payload)),
    transcript: transcriptOf(
      listAt(payload, "transcripts")
        .filter((line) => valueAt(line, "user") !== "agent-action")
        .map((line) => ({
          speaker: valueAt(line, "user"),
          text: valueAt(line, "text"),
          atSeconds: millisecondsBetween(startedAt, instantOf(valueAt(line, "created_at"), receivedAt)),
        })),
    ),
  });
}

/** Minutes have two decimals or more, so they are rounded to the nearest second. */
function durationOf(payload: JsonObject): number | undefined {
  const minutes = typeof payload.call_length === "number" ? payload.call_length : undefined;
  return (
    secondsOf(payload.corrected_duration) ?? secondsOf(minutes === undefined ? undefined : Math.round(minutes * 60))
  );
}

function millisecondsBetween(startedAt: Date | undefined, at: Date | undefined): number | undefined {
  return startedAt && at ? (at.getTime() - startedAt.getTime()) / 1000 : undefined;
}

function tokenSources(payload: JsonObject): unknown[] {
  const own = (variables: JsonObject) =>
    Object.fromEntries(Object.entries(variables).filter(([name]) => !SYSTEM_VARIABLES.has(name)));
  const tags = listAt(payload, "pathway_tags").map((tag) => (isObject(tag) ? tag.name : tag));
  return [
    payload.analysis,
    own(objectAt(payload, "variables")),
    own(objectAt(payload, "metadata")),
    { pathway_tags: tags, disposition_tag: payload.disposition_tag, answered_by: payload.answered_by },
  ];
}
