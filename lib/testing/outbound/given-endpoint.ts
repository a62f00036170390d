import { updateCall } from "@/lib/conversion/update-call";
import type { NewWebhookEndpoint } from "@/lib/outbound/contract/endpoint";
import { createWebhookEndpoint } from "@/lib/outbound/create-endpoint";
import { dispatchEndpoint } from "@/lib/outbound/dispatch-endpoint";
import type { GivenContext } from "../factories/given-company";
import type { WebhookReceiver } from "./webhook-receiver";

/** Import it first: the address of the receivers of tests is private, and settings are read once. */
process.env.OUTGOING_ALLOWED = "127.0.0.1";

const CONVERSIONS = [
  "buyer.converted",
  "buyer.reversed",
  "buyer.repriced",
  "offer.converted",
  "offer.reversed",
  "offer.repriced",
] as const;

/** An endpoint that leads to the receiver; by default it is sent what happens to both sides of calls. */
export async function givenEndpoint(
  ctx: GivenContext,
  receiver: WebhookReceiver,
  input: Partial<NewWebhookEndpoint> = {},
): Promise<{ readonly id: number; readonly secret: string }> {
  const { webhook_endpoint, secret } = await createWebhookEndpoint(ctx, {
    name: "Warehouse",
    url: receiver.url,
    events: [...CONVERSIONS],
    ...input,
  });
  return { id: webhook_endpoint.id, secret };
}

/** Sends what is due to an endpoint. Returns how many attempts were made. */
export function dispatch(ctx: GivenContext, id: number): Promise<number> {
  return dispatchEndpoint(ctx.company.id, id, ctx.now);
}

export function convert(ctx: GivenContext, id: number, update: Parameters<typeof updateCall>[2] = {}) {
  return updateCall(ctx, { id }, { buyer_converted: true, ...update });
}
