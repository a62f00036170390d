import { createPublicKey, verify as verifySignature } from "node:crypto";
import type { InboundEvent, SignatureCheck } from "@/lib/inbound/domain/inbound-event";
import { callerOf, idOf, uuidOf, webAddressOf } from "@/lib/inbound/provider/identifiers";
import { instantOf } from "@/lib/inbound/provider/instants";
import {
  type JsonObject,
  listAt,
  objectAt,
  parseJson,
  parseJsonText,
  textAt,
  valueAt,
} from "@/lib/inbound/provider/json";
import { ignored, malformed, oneCall, type Parsed } from "@/lib/inbound/provider/parsed";
import type { Provider } from "@/lib/inbound/provider/provider";
import { checkAge, FIVE_MINUTES_MS } from "@/lib/inbound/provider/signature";
import { decodeText, storableText } from "@/lib/inbound/provider/text";
import { tokensOf } from "@/lib/inbound/provider/tokens";

/** SIP headers that carry our uuid to Telnyx. */
const UUID_HEADERS = new Set(["x-ph-td_uuid", "x-call-uuid", "x-call_uuid"]);

/** Call control webhooks of Telnyx. Each leg of a call has a call_leg_id; all legs share the call_session_id. */
export const telnyx: Provider = {
  name: "telnyx",
  label: "Telnyx",
  secretLabel: "Public key",
  secretHint: "Copy the public key from Keys & Credentials in the Telnyx portal and paste it here.",
  issuesSecret: true,
  verify,
  parse: (event) => parseJson(event.body, (payload) => parseEvent(objectAt(payload, "data"), event.receivedAt)),
};

/**
 * Base64 Ed25519 signature over `timestamp|body` with the account's public key; the timestamp is in seconds and valid
 * for five minutes (developers.telnyx.com, "Receiving webhooks").
 */
function verify({ headers, body, receivedAt }: InboundEvent, secrets: readonly string[]): SignatureCheck {
  const signature = headers.get("telnyx-signature-ed25519")?.trim();
  const timestamp = headers.get("telnyx-timestamp")?.trim();
  if (!signature || !timestamp) return "missing";
  const message = Buffer.concat([Buffer.from(`${timestamp}|`), body]);
  const matches = secrets.filter((key) => isSignedWith(key, message, Buffer.from(signature, "base64"))).length > 0;
  return checkAge(matches, Number(timestamp) * 1000, receivedAt, FIVE_MINUTES_MS);
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

function parseEvent(event: JsonObject, receivedAt: Date): Parsed {
  const kind = textAt(event, "event_type") ?? "";
  const facts = factsOf(kind, event, receivedAt);
  if (!facts) return ignored(storableText(kind, 80) || "an event without a type");
  const payload = objectAt(event, "payload");
  const session = idOf(valueAt(payload, "call_session_id"));
  const eventId = idOf(valueAt(event, "id"));
  if (!session || !eventId) return malformed("There is no call_session_id or no id.");
  const carried = clientStateOf(payload);
  return oneCall({
    externalId: session,
    eventId: `${kind}:${eventId}`,
    uuid: uuidOf(carried.call_uuid, ...headersOf(payload)),
    sequence: instantOf(event.occurred_at, receivedAt)?.getTime(),
    ...facts,
    tokens: tokensOf(carried.tokens),
  });
}

/** A hang-up does not report the answer; earlier events do. The latest answer is the buyer's. */
function factsOf(kind: string, event: JsonObject, receivedAt: Date) {
  const payload = objectAt(event, "payload");
  const at = instantOf(event.occurred_at, receivedAt);
  const startedAt = instantOf(payload.start_time, receivedAt);
  // An outgoing leg has the caller ID it was dialled with, which may not be the caller's.
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

/** `client_state` is base64 JSON set by the customer's program, with call_uuid and tokens. */
function clientStateOf(payload: JsonObject): JsonObject {
  const text = decodeText(Buffer.from(textAt(payload, "client_state") ?? "", "base64"));
  let carried: JsonObject = {};
  parseJsonText(text ?? "", (state) => {
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
