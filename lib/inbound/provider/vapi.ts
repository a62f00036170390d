import type { InboundEvent, SignatureCheck } from "@/lib/inbound/domain/inbound-event";
import { callerOf, digestOf, idOf, uuidOf, webAddressOf } from "@/lib/inbound/provider/identifiers";
import { epochOf, instantOf } from "@/lib/inbound/provider/instants";
import { type JsonObject, listAt, objectAt, parseJson, textAt, valueAt } from "@/lib/inbound/provider/json";
import { ignored, malformed, oneCall, type Parsed } from "@/lib/inbound/provider/parsed";
import type { Provider } from "@/lib/inbound/provider/provider";
import { secondsBetween, secondsOf } from "@/lib/inbound/provider/seconds";
import { checkAge, credentialsOf, FIVE_MINUTES_MS, hmacSha256, matchesAny } from "@/lib/inbound/provider/signature";
import { storableText } from "@/lib/inbound/provider/text";
import { tokensOf } from "@/lib/inbound/provider/tokens";
import { transcriptOf } from "@/lib/inbound/provider/transcript";

const NOT_ANSWERED = new Set(["customer-did-not-answer", "customer-busy"]);
const SPEAKERS = new Set(["user", "bot", "assistant"]);

/** Server messages of Vapi. One URL receives all kinds; end-of-call-report is the last of a call. */
export const vapi: Provider = {
  name: "vapi",
  label: "Vapi",
  secretLabel: "Server secret",
  secretHint:
    "Paste this secret into a custom credential of your Vapi server URL: X-Vapi-Secret, bearer token, or HMAC with SHA-256.",
  issuesSecret: false,
  verify,
  parse: (event) => parseJson(event.body, (payload) => parseMessage(objectAt(payload, "message"), event)),
};

/**
 * A Vapi server URL has one of three credentials: the secret in X-Vapi-Secret or as bearer token, or a hex HMAC-SHA256
 * over `timestamp.body` (the default, with x-timestamp) or over the body alone
 * (docs.vapi.ai/server-url/server-authentication and the HMACAuthenticationPlan of its API).
 */
function verify(event: InboundEvent, secrets: readonly string[]): SignatureCheck {
  const signature = (event.headers.get("x-vapi-signature") ?? event.headers.get("x-signature"))?.trim();
  if (signature) return verifySigned(event, signature, secrets);
  const sent = event.headers.get("x-vapi-secret")?.trim() || credentialsOf(event, "Bearer");
  if (!sent) return "missing";
  return matchesAny(secrets, sent, (secret) => secret) ? "valid" : "wrong";
}

function verifySigned(
  { headers, body, receivedAt }: InboundEvent,
  signature: string,
  secrets: readonly string[],
): SignatureCheck {
  const sent = signature.toLowerCase().replace(/^sha256=/, "");
  const timestamp = (headers.get("x-vapi-timestamp") ?? headers.get("x-timestamp"))?.trim();
  if (!timestamp) return matchesAny(secrets, sent, (secret) => hmacSha256(secret, body)) ? "valid" : "wrong";
  const matches = matchesAny(secrets, sent, (secret) => hmacSha256(secret, `${timestamp}.`, body));
  const signedAt = Number(timestamp);
  return checkAge(matches, signedAt < 1e11 ? signedAt * 1000 : signedAt, receivedAt, FIVE_MINUTES_MS);
}

function parseMessage(message: JsonObject, { body, receivedAt }: InboundEvent): Parsed {
  const kind = textAt(message, "type") ?? "";
  const isReport = kind === "end-of-call-report";
  const isAnswered = kind === "status-update" && message.status === "in-progress";
  if (!isReport && !isAnswered) return ignored(storableText(kind, 80) || "a message without a type");
  const callId = idOf(valueAt(message, "call", "id"));
  if (!callId) return malformed("There is no call id.");
  const sentAt = epochOf(message.timestamp, "milliseconds", receivedAt);
  const reportedStart = instantOf(message.startedAt ?? valueAt(message, "call", "startedAt"), receivedAt);
  const startedAt = reportedStart ?? (isAnswered ? sentAt : undefined);
  return oneCall({
    externalId: callId,
    eventId: `${kind}:${callId}:${digestOf(body)}`,
    uuid: carriedUuid(message),
    sequence: sentAt?.getTime(),
    caller: callerOf(valueAt(message, "customer", "number") ?? valueAt(message, "call", "customer", "number")),
    startedAt,
    // The clock of a Vapi call starts when its assistant answers.
    ...(NOT_ANSWERED.has(textAt(message, "endedReason") ?? "") ? { connectedSeconds: 0 } : { answeredAt: startedAt }),
    ...(isReport && endOf(message, startedAt, receivedAt)),
  });
}

function endOf(message: JsonObject, startedAt: Date | undefined, receivedAt: Date) {
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

/** Newer outputs are keyed by id, each with a name and a result. */
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
