import { createPublicKey, verify as verifySignature } from "node:crypto";
import { type JsonObject, malformed, withJson, withJsonText } from "@/lib/intake/bounded-json";
import type { Reading } from "@/lib/intake/call-report";
import type { Delivery, SignatureCheck } from "@/lib/intake/delivery";
import type { Intake } from "@/lib/intake/intake";
import { listAt, objectAt, textAt, valueAt } from "@/lib/intake/json-path";
import { ignored, oneCall } from "@/lib/intake/one-call";
import { decodeText, keepable } from "@/lib/intake/plain-text";
import { FIVE_MINUTES_MS, judgeAge } from "@/lib/intake/replay-window";
import { callerOf, idOf, uuidOf, webAddressOf } from "@/lib/intake/told-identity";
import { instantOf } from "@/lib/intake/told-time";
import { tokensOf } from "@/lib/intake/told-tokens";

/** SIP headers that carry our uuid to Telnyx. */
const UUID_HEADERS = new Set(["x-ph-td_uuid", "x-call-uuid", "x-call_uuid"]);

/**
 * Call control webhooks of Telnyx. A transferred or dialled call has several legs, each with a call_leg_id; what they
 * share, and what is one phone call to us, is the call_session_id.
 */
export const telnyx: Intake = {
  provider: "telnyx",
  label: "Telnyx",
  secretLabel: "Public key",
  secretHint: "Copy the public key from Keys & Credentials in the Telnyx portal and paste it here.",
  secretFromMaker: true,
  verify,
  read: (delivery) => withJson(delivery.body, (payload) => readEvent(objectAt(payload, "data"), delivery.receivedAt)),
};

/**
 * Ed25519 over `timestamp|body`, in base64, with the account's public key; the timestamp is in seconds and good for five
 * minutes (developers.telnyx.com, "Receiving webhooks").
 */
function verify({ header, body, receivedAt }: Delivery, secrets: readonly string[]): SignatureCheck {
  const signature = header("telnyx-signature-ed25519")?.trim();
  const timestamp = header("telnyx-timestamp")?.trim();
  if (!signature || !timestamp) return "missing";
  const message = Buffer.concat([Buffer.from(`${timestamp}|`), body]);
  const fits = secrets.filter((key) => isSignedWith(key, message, Buffer.from(signature, "base64"))).length > 0;
  return judgeAge(fits, Number(timestamp) * 1000, receivedAt, FIVE_MINUTES_MS);
}

function isSignedWith(publicKey: string, message: Buffer, signature: Buffer): boolean {
  const raw = Buffer.from(publicKey.trim(), "base64");
  if (raw.length !== 32 || signature.length !== 64) return false;
  try {
    const jwk = { kty: "OKP", crv: "Ed25519", x: raw.toString("base64url") };
    return verifySignature(null, message, createPublicKey({ key: jwk, format: "jwk" }), signature);
  } catch {
    return false;
  }
}

function readEvent(event: JsonObject, receivedAt: Date): Reading {
  const kind = textAt(event, "event_type") ?? "";
  const facts = factsOf(kind, event, receivedAt);
  if (!facts) return ignored(keepable(kind, 80) || "an event without a type");
  const payload = objectAt(event, "payload");
  const session = idOf(valueAt(payload, "call_session_id"));
  const eventId = idOf(valueAt(event, "id"));
  if (!session || !eventId) return malformed("There is no call_session_id or no id.");
  const carried = clientStateOf(payload);
  return oneCall({
    externalId: `telnyx:${session}`,
    eventId: `${kind}:${eventId}`,
    uuid: uuidOf(carried.call_uuid, ...headersOf(payload)),
    order: instantOf(event.occurred_at, receivedAt)?.getTime(),
    ...facts,
    tokens: tokensOf(carried.tokens),
  });
}

/** Hang-ups do not tell when a call was answered: that is in the events before. The latest answer is the buyer's. */
function factsOf(kind: string, event: JsonObject, receivedAt: Date) {
  const payload = objectAt(event, "payload");
  const at = instantOf(event.occurred_at, receivedAt);
  const startedAt = instantOf(payload.start_time, receivedAt);
  // Outgoing legs show the caller ID they were dialled with.
  const caller = payload.direction === "incoming" ? callerOf(payload.from) : undefined;
  if (kind === "call.initiated") return { caller, startedAt: startedAt ?? at };
  if (kind === "call.answered" || kind === "call.bridged") return { startedAt, answeredAt: at };
  if (kind === "call.hangup") return { startedAt, endedAt: instantOf(payload.end_time, receivedAt) ?? at };
  if (kind === "call.recording.saved") return { recordingUrl: recordingOf(payload) };
  return null;
}

function recordingOf(payload: JsonObject): string | undefined {
  const places = ["public_recording_urls", "recording_urls"].flatMap((name) =>
    ["mp3", "wav"].map((type) => [name, type]),
  );
  return places.map((path) => webAddressOf(valueAt(payload, ...path))).find((address) => address !== undefined);
}

/** `client_state` is what the sender's own program put on the call, in base64: ours is JSON with call_uuid and tokens. */
function clientStateOf(payload: JsonObject): JsonObject {
  const text = decodeText(Buffer.from(textAt(payload, "client_state") ?? "", "base64"));
  let carried: JsonObject = {};
  withJsonText(text ?? "", (state) => {
    carried = state;
    return ignored("client state");
  });
  return carried;
}

function headersOf(payload: JsonObject): unknown[] {
  const headers = listAt(payload, "custom_headers").slice(0, 100);
  return headers
    .filter((header) => UUID_HEADERS.has((textAt(header, "name") ?? "").toLowerCase()))
    .map((header) => valueAt(header, "value"));
}
