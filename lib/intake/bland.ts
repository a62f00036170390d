import { isObject, type JsonObject, malformed, withJson } from "@/lib/intake/bounded-json";
import type { Reading } from "@/lib/intake/call-report";
import { fitsAny, hmacSha256 } from "@/lib/intake/constant-time";
import type { Delivery, SignatureCheck } from "@/lib/intake/delivery";
import type { Intake } from "@/lib/intake/intake";
import { listAt, objectAt, textAt, valueAt } from "@/lib/intake/json-path";
import { ignored, oneCall } from "@/lib/intake/one-call";
import { callerOf, digestOf, idOf, uuidOf, webAddressOf } from "@/lib/intake/told-identity";
import { secondsBetween, secondsOf } from "@/lib/intake/told-seconds";
import { instantOf, secondsAfter } from "@/lib/intake/told-time";
import { tokensOf } from "@/lib/intake/told-tokens";
import { transcriptOf } from "@/lib/intake/told-transcript";

/** Variables that Bland sets on every call; they are the call's own fields or the time of day. */
const SYSTEM_VARIABLES = new Set(
  "call_id call_uuid from to short_from short_to phone_number metadata now now_utc timestamp timezone".split(" "),
);
const NOT_ANSWERED = new Set(["no-answer", "busy", "failed", "canceled"]);

/** The post-call webhook of Bland. `call_length` is in minutes with decimals, `corrected_duration` in seconds, as text. */
export const bland: Intake = {
  provider: "bland",
  label: "Bland",
  secretLabel: "Webhook signing secret",
  secretHint: "Create a webhook signing secret under Keys in the account settings of Bland and paste it here.",
  secretFromMaker: true,
  verify,
  read: (delivery) => withJson(delivery.body, (payload) => readCall(payload, delivery)),
};

/** X-Webhook-Signature: HMAC-SHA256 of the raw body in hexadecimal, without a time (docs.bland.ai/tutorials/webhook-signing). */
function verify({ header, body }: Delivery, secrets: readonly string[]): SignatureCheck {
  const given = header("x-webhook-signature")?.trim().toLowerCase();
  if (!given) return "missing";
  return fitsAny(secrets, given, (secret) => hmacSha256(secret, body)) ? "valid" : "wrong";
}

function readCall(payload: JsonObject, { body, receivedAt }: Delivery): Reading {
  const callId = idOf(payload.call_id ?? payload.c_id);
  if (!callId) return malformed("There is no call_id.");
  const isOver = payload.completed === true || payload.end_at || payload.corrected_duration || payload.call_length;
  if (!isOver) return ignored("an event during the call");
  const startedAt = instantOf(payload.started_at, receivedAt) ?? instantOf(payload.created_at, receivedAt);
  const toldEnd = instantOf(payload.end_at, receivedAt);
  const durationSeconds = durationOf(payload) ?? secondsBetween(startedAt, toldEnd);
  const wasAnswered =
    durationSeconds !== 0 &&
    !NOT_ANSWERED.has(textAt(payload, "answered_by") ?? "") &&
    !NOT_ANSWERED.has(textAt(payload, "status") ?? "");
  return oneCall({
    externalId: `bland:${callId}`,
    eventId: `post_call:${callId}:${digestOf(body)}`,
    uuid: uuidOf(
      valueAt(payload, "metadata", "call_uuid"),
      valueAt(payload, "variables", "metadata", "call_uuid"),
      valueAt(payload, "variables", "call_uuid"),
    ),
    caller: callerOf(payload.inbound === false ? payload.to : payload.from),
    startedAt,
    ...(wasAnswered ? { answeredAt: startedAt } : { connectedSeconds: 0 }),
    endedAt: toldEnd ?? secondsAfter(startedAt, durationSeconds),
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

/** Minutes come with two decimals or more, so the nearest second is meant. */
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
