import { createHmac } from "node:crypto";
import { DomainError } from "@/lib/base/errors";
import { receiveBuyerPost } from "@/lib/inbound/receive-buyer-post";
import type { Webhook } from "./open-endpoints";

type Body = Readonly<Record<string, unknown>>;

/** Posts to a buyer's webhook, signed by Standard Webhooks. A rejection appears in the event log and the inbox. */
export async function postToWebhook({ opened, secret }: Webhook, body: Body, at: Date, message: string): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const { ctx, opened: endpoint } = opened;
  await receiveBuyerPost({ ...ctx, now: () => at }, endpoint, {
    method: "POST",
    headers: new Headers({ "content-type": "application/json", ...signed(secret, message, bytes, at) }),
    query: "",
    receive: async () => ({ query: "", contentType: "application/json", body: bytes }),
    parameters: async () => body,
  }).catch((reason: unknown) => {
    if (!(reason instanceof DomainError)) throw reason;
  });
}

function signed(secret: string, message: string, body: Uint8Array, at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${message}.${timestamp}.`).update(body).digest("base64");
  return { "webhook-id": message, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
