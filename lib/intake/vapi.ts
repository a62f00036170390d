import { credentialsOf } from "@/lib/intake/authorization";
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
import { epochOf, instantOf } from "@/lib/intake/told-time";
import { tokensOf } from "@/lib/intake/told-tokens";
import { transcriptOf } from "@/lib/intake/told-transcript";

const NOT_ANSWERED = new Set(["customer-did-not-answer", "customer-busy"]);
const SPEAKERS = new Set(["user", "bot", "assistant"]);

/** Server messages of Vapi. One address receives all kinds; the end of the call is told by end-of-call-report. */
export const vapi: Intake = {
  provider: "vapi",
  label: "Vapi",
  secretLabel: "Server secret",
  secretHint:
    "Paste this secret into a custom credential of your Vapi server URL: X-Vapi-Secret, bearer token, or HMAC with SHA-256.",
  secretFromMaker: false,
  verify,
  read: (delivery) => withJson(delivery.body, (payload) => readMessage(objectAt(payload, "message"), delivery)),
};

/**
 * The three kinds of credentials a Vapi server URL may have: the secret itself in X-Vapi-Secret or as a bearer token, or
 * an HMAC-SHA256 in hexadecimal over `timestamp.body` (the default, with x-timestamp) or over the body alone
 * (docs.vapi.ai/server-url/server-authentication and the HMACAuthenticationPlan of its API).
 */
function verify(delivery: Delivery, secrets: readonly string[]): SignatureCheck {
  const signature = (delivery.header("x-vapi-signature") ?? delivery.header("x-signature"))?.trim();
  if (signature) return verifySigned(delivery, signature, secrets);
  const given = delivery.header("x-vapi-secret")?.trim() || credentialsOf(delivery, "Bearer");
  if (!given) return "missing";
  return fitsAny(secrets, given, (secret) => secret) ? "valid" : "wrong";
}

function verifySigned(
  { header, body, receivedAt }: Delivery,
  signature: string,
  secrets: readonly string[],
): SignatureCheck {
  const given = signature.toLowerCase().replace(/^sha256=/, "");
  const timestamp = (header("x-vapi-timestamp") ?? header("x-timestamp"))?.trim();
  if (!timestamp) return fitsAny(secrets, given, (secret) => hmacSha256(secret, body)) ? "valid" : "wrong";
  const fits = fitsAny(secrets, given, (secret) => hmacSha256(secret, `${timestamp}.`, body));
  const told = Number(timestamp);
  return judgeAge(fits, told < 1e11 ? told * 1000 : told, receivedAt, FIVE_MINUTES_MS);
}

function readMessage(message: JsonObject, { body, receivedAt }: Delivery): Reading {
  const kind = textAt(message, "type") ?? "";
  const isReport = kind === "end-of-call-report";
  const isAnswered = kind === "status-update" && message.status === "in-progress";
  if (!isReport && !isAnswered) return ignored(keepable(kind, 80) || "a message without a type");
  const callId = idOf(valueAt(message, "call", "id"));
  if (!callId) return malformed("There is no call id.");
  const sentAt = epochOf(message.timestamp, "milliseconds", receivedAt);
  const toldStart = instantOf(message.startedAt ?? valueAt(message, "call", "startedAt"), receivedAt);
  const startedAt = toldStart ?? (isAnswered ? sentAt : undefined);
  return oneCall({
    externalId: `vapi:${callId}`,
    eventId: `${kind}:${callId}:${digestOf(body)}`,
    uuid: carriedUuid(message),
    order: sentAt?.getTime(),
    caller: callerOf(valueAt(message, "customer", "number") ?? valueAt(message, "call", "customer", "number")),
    startedAt,
    // The clock of a Vapi call starts when its assistant picks up.
    ...(NOT_ANSWERED.has(textAt(message, "endedReason") ?? "") ? { connectedSeconds: 0 } : { answeredAt: startedAt }),
    ...(isReport && reportOf(message, startedAt, receivedAt)),
  });
}

function reportOf(message: JsonObject, startedAt: Date | undefined, receivedAt: Date) {
  const endedAt = instantOf(message.endedAt ?? valueAt(message, "call", "endedAt"), receivedAt);
  const artifact = objectAt(message, "artifact");
  return {
    endedAt,
    durationSeconds: secondsOf(message.durationSeconds) ?? secondsBetween(startedAt, endedAt),
    recordingUrl:
      webAddressOf(artifact.recordingUrl) ??
      webAddressOf(valueAt(artifact, "recording", "mono", "combinedUrl")) ??
      webAddressOf(message.recordingUrl),
    tokens: tokensOf(valueAt(message, "analysis", "structuredData"), structuredOutputs(artifact), {
      success_evaluation: valueAt(message, "analysis", "successEvaluation"),
      ended_reason: message.endedReason,
    }),
    transcript: transcriptOf(
      listAt(artifact, "messages")
        .filter((line) => SPEAKERS.has(textAt(line, "role") ?? ""))
        .map((line) => ({
          speaker: valueAt(line, "role"),
          text: valueAt(line, "message"),
          atSeconds: valueAt(line, "secondsFromStart"),
        })),
    ),
  };
}

/** Outputs of the newer kind come by id, each with its name and its result. */
function structuredOutputs(artifact: JsonObject): Record<string, unknown> {
  const outputs = Object.values(objectAt(artifact, "structuredOutputs"));
  return Object.fromEntries(outputs.map((output) => [textAt(output, "name") ?? "", valueAt(output, "result")]));
}

function carriedUuid(message: JsonObject): string | undefined {
  const holders = [
    objectAt(message, "call", "metadata"),
    objectAt(message, "call", "assistantOverrides", "metadata"),
    objectAt(message, "call", "assistantOverrides", "variableValues"),
    objectAt(message, "assistant", "metadata"),
  ];
  return uuidOf(...holders.map((holder) => holder.call_uuid));
}
