import type { Context } from "@/lib/access/context";
import { DomainError } from "@/lib/base/errors";
import type { Clock } from "@/lib/platform/config/clock";
import { buyerPosts } from "./buyer-posts";
import type { BuyerPostAnswer } from "./contract/webhook";
import { webhookSettings } from "./domain/webhook-settings";
import { eventHeaders } from "./event-headers";
import { wordForWord } from "./kept-words";
import { type OpenedEndpoint, openEndpoint } from "./open-endpoint";
import { type LoggedEvent, rejectUnread, rejectUnsigned } from "./receive";
import { verifySignature } from "./verify-signature";
import { webhookActor } from "./webhook-actor";

/** What arrived, before anybody understood it. */
export type Arrived = {
  /** Percent-encoded, without the question mark. */
  readonly query: string;
  readonly contentType: string | null;
  readonly body: Uint8Array;
};

export type Delivery = {
  readonly headers: Headers;
  readonly query: string;
  /** Reads the body; throws `DomainError` where it is too large. */
  readonly receive: () => Promise<Arrived>;
  /** The names and values in it; of these names alone does it matter that they say one thing. */
  readonly parameters: (arrived: Arrived, names: ReadonlySet<string>) => Promise<Readonly<Record<string, unknown>>>;
};

/** Who posts to this address; null where there is none, or not any more. */
export async function openBuyerWebhook(
  key: string,
  now: Clock,
): Promise<{ ctx: Context; opened: OpenedEndpoint } | null> {
  const opened = await openEndpoint("buyer", key, now);
  return opened && { opened, ctx: { company: opened.company, actor: webhookActor(opened.endpoint), now } };
}

/**
 * Receives what a buyer says of its calls. Throws `DomainError` for what it has to correct; nothing is saved then but the
 * log of events and, where the sender is known to be who it says, the inbox.
 */
export async function receiveBuyerPost(
  ctx: Context,
  { endpoint, secrets }: OpenedEndpoint,
  delivery: Delivery,
): Promise<BuyerPostAnswer> {
  const arrived = await receive(ctx, endpoint.id, delivery);
  const { headers } = delivery;
  const signed = {
    id: headers.get("webhook-id"),
    timestamp: headers.get("webhook-timestamp"),
    signature: headers.get("webhook-signature"),
    body: arrived.body,
  };
  const settings = webhookSettings(endpoint.mapping);
  const checked = verifySignature(secrets, signed, ctx.now());
  const event = { ...eventOf(ctx, endpoint.id, delivery, arrived), payload: arrived.body, signature: checked };
  if (checked === "wrong" || checked === "too_old" || (settings.signatureRequired && checked !== "valid")) {
    return rejectUnsigned(ctx.company.id, event, REJECTED[checked] ?? NOT_SIGNED);
  }
  const names = new Set(Object.values(settings.fields).map(({ path }) => path.split(".")[0] ?? path));
  // A signature vouches for the body alone: who has to sign says nothing in the address.
  const vouched = settings.signatureRequired ? { ...arrived, query: "" } : arrived;
  const read = await delivery.parameters(vouched, names).then(
    (parameters) => ({ parameters }),
    (reason: unknown) => {
      if (!(reason instanceof DomainError)) throw reason;
      return { parameters: wordForWord(arrived), unreadable: reason };
    },
  );
  const signature = checked === "missing" ? ("not_checked" as const) : checked;
  const messageId = signature === "valid" && signed.id ? signed.id : undefined;
  const { answer } = await buyerPosts.receive(ctx, { ...event, signature }, [{ endpoint, ...read, messageId }]);
  if (answer instanceof DomainError) throw answer;
  return answer;
}

const REJECTED: Readonly<Record<string, string>> = {
  wrong: "The signature doesn’t match the body. Sign the body exactly as sent, with this webhook’s secret.",
  too_old: "The timestamp is more than 5 minutes off. Sign each delivery when it is sent, including retries.",
};
const NOT_SIGNED =
  "This webhook requires a signature. Send webhook-id, webhook-timestamp and webhook-signature (standardwebhooks.com).";

async function receive(ctx: Context, endpointId: number, delivery: Delivery): Promise<Arrived> {
  try {
    return await delivery.receive();
  } catch (reason) {
    if (!(reason instanceof DomainError)) throw reason;
    const unread = { query: delivery.query, contentType: delivery.headers.get("content-type") };
    return rejectUnread(ctx.company.id, eventOf(ctx, endpointId, delivery, unread), reason);
  }
}

const KEPT_QUERY = 8000;
const KEPT_CONTENT_TYPE = 200;

function eventOf(
  ctx: Context,
  endpointId: number,
  { headers }: Delivery,
  { query, contentType }: Pick<Arrived, "query" | "contentType">,
): Omit<LoggedEvent, "signature" | "payload"> {
  return {
    endpointId,
    receivedAt: ctx.now(),
    method: "POST",
    contentType: contentType?.slice(0, KEPT_CONTENT_TYPE) ?? null,
    query: query.slice(0, KEPT_QUERY),
    headers: eventHeaders(headers),
  };
}
