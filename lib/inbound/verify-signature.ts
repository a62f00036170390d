import { signatureOf } from "@/lib/outbound/sign-webhook";
import { isSame } from "./provider/signature";
import type { EventSignature } from "./sql/insert-events";

export type Signed = {
  readonly id: string | null;
  readonly timestamp: string | null;
  readonly signature: string | null;
  readonly body: Uint8Array;
};

const WINDOW_SECONDS = 5 * 60;

/**
 * Standard Webhooks (standardwebhooks.com, specification 1.0): base64 HMAC-SHA256 over id, timestamp in seconds and raw
 * body; several signatures are separated by spaces. `missing` if none of the three headers is present.
 */
export function verifySignature(secrets: readonly string[], signed: Signed, now: Date): EventSignature {
  const { id, timestamp, signature } = signed;
  if (id === null && timestamp === null && signature === null) return "missing";
  if (secrets.length === 0) return "not_checked";
  if (!id || !signature || timestamp === null || !/^[0-9]{1,12}$/.test(timestamp)) return "wrong";
  const signatures = signature.split(" ").flatMap((part) => (part.startsWith("v1,") ? [part.slice(3)] : []));
  const wanted = secrets.map((secret) => signatureOf(secret, { id, timestamp, body: signed.body }));
  const matches = signatures.flatMap((text) => wanted.map((expected) => isSame(text, expected)));
  if (!matches.includes(true)) return "wrong";
  return Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW_SECONDS ? "too_old" : "valid";
}
