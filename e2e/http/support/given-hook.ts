import { createHmac } from "node:crypto";
import { BuyerWebhookAnswer } from "@/lib/inbound/contract/webhook";
import { type Ask, ask, read } from "./ask";
import { keyOf } from "./credentials";
import type { Tenant } from "./demo";
import { partiesOf } from "./given-call";

export type GivenWebhook = {
  readonly buyerId: number;
  readonly path: string;
  readonly secret: string | undefined;
  readonly post: (request: Ask) => ReturnType<typeof ask>;
};

/** A new buyer with a webhook. */
export async function givenWebhook(
  tenant: Tenant,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<GivenWebhook> {
  await partiesOf(tenant);
  const json = { name: `Hooked buyer ${crypto.randomUUID()}` };
  const made = await ask("POST", "/api/v1/buyers", { headers: keyOf(tenant), json });
  const buyerId = (made.body as { buyer: { id: number } }).buyer.id;
  const answer = await ask("PUT", `/api/v1/buyers/${buyerId}/webhook`, { headers: keyOf(tenant), json: settings });
  const { webhook } = read(BuyerWebhookAnswer, answer);
  if (!webhook) throw new Error(`the webhook was not created: ${answer.text}`);
  const path = new URL(webhook.url).pathname;
  return { buyerId, path, secret: webhook.secret, post: (request) => ask("POST", path, request) };
}

/** Standard Webhooks headers for this body. */
export function standardSignature(secret: string, body: string, { at = new Date(), id = crypto.randomUUID() } = {}) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
