import { createHmac } from "node:crypto";

const PREFIX = "whsec_";

type Message = { readonly id: string; readonly timestamp: string; readonly body: Uint8Array | string };

/**
 * The signature of Standard Webhooks (standardwebhooks.com, specification 1.0) without its `v1,`: base64 HMAC-SHA256
 * over id, timestamp in seconds and raw body.
 */
export function signatureOf(secret: string, { id, timestamp, body }: Message): string {
  const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, "base64");
  return createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest("base64");
}

/** The three headers of a message, with a signature by each secret. */
export function signedHeaders(secrets: readonly string[], message: Omit<Message, "timestamp">, now: Date) {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signatures = secrets.map((secret) => `v1,${signatureOf(secret, { ...message, timestamp })}`);
  return {
    "webhook-id": message.id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}
