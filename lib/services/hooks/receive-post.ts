import type { Clock } from "@/lib/config/clock";
import type { BuyerPostAnswer } from "@/lib/contracts/hooks";
import type { NewEvent } from "@/lib/db/webhooks/insert-events";
import { DomainError } from "@/lib/domain/errors";
import { hookSettings } from "@/lib/domain/hooks/hook-settings";
import type { CompanyId } from "@/lib/domain/ids";
import { Batcher } from "../batcher";
import type { Context } from "../context";
import { eventHeaders } from "../webhooks/event-headers";
import { keepUnsignedEvent } from "../webhooks/keep-unsigned-event";
import { type OpenedEndpoint, openEndpoint } from "../webhooks/open-endpoint";
import { hookActor } from "./hook-actor";
import { type Delivered, type Received, receivePosts } from "./receive-posts";
import { verifySignature } from "./verify-signature";

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

const POSTS_A_TRANSACTION = 200;

const shared = globalThis as { callmarkPosts?: Map<CompanyId, Batcher<{ ctx: Context; post: Delivered }, Received>> };
shared.callmarkPosts ??= new Map();
const batchers = shared.callmarkPosts;

/** Who posts to this address; null where there is none, or not any more. */
export async function openHook(key: string, now: Clock): Promise<{ ctx: Context; opened: OpenedEndpoint } | null> {
  const opened = await openEndpoint("buyer", key, now);
  return opened && { opened, ctx: { company: opened.company, actor: hookActor(opened.endpoint), now } };
}

/**
 * A buyer says at its own address how a call went. Throws `DomainError` for what it has to correct; nothing is saved
 * then but the log of events and, where the sender is known to be who it says, the inbox.
 */
export async function receivePost(ctx: Context, opened: OpenedEndpoint, delivery: Delivery): Promise<BuyerPostAnswer> {
  const { endpoint, secrets } = opened;
  const arrived = await receive(ctx, opened, delivery);
  const { headers } = delivery;
  const signed = {
    id: headers.get("webhook-id"),
    timestamp: headers.get("webhook-timestamp"),
    signature: headers.get("webhook-signature"),
    body: arrived.body,
  };
  const settings = hookSettings(endpoint.mapping);
  const checked = verifySignature(secrets, signed, ctx.now());
  const event = { ...eventOf(ctx, opened, delivery, arrived), signature: checked };
  if (checked === "wrong" || checked === "too_old" || (settings.signatureRequired && checked !== "valid")) {
    const problem = SENTENCES[checked] ?? SENTENCES.missing ?? "";
    await keepUnsignedEvent(ctx.company.id, { ...event, status: 401, outcome: "refused", problem, result: [] });
    throw new DomainError("unauthenticated", `${problem} Nothing was saved.`);
  }
  const signature = checked === "missing" ? ("not_checked" as const) : checked;
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
  const messageId = signature === "valid" && signed.id ? signed.id : undefined;
  const received = await batcherOf(ctx.company.id).add({
    ctx,
    post: { endpoint, ...read, messageId, event: { ...event, signature } },
  });
  if (!received.ok) throw received.error;
  return received.answer;
}

const SENTENCES: Readonly<Record<string, string>> = {
  wrong: "The signature does not fit the body: sign with the secret of this address, over the body as it is sent.",
  too_old: "The timestamp is more than five minutes off: sign each delivery anew, also a repeated one.",
  missing:
    "This address asks for a signature: send webhook-id, webhook-timestamp and webhook-signature (standardwebhooks.com).",
};

function batcherOf(company: CompanyId) {
  const batcher =
    batchers.get(company) ??
    new Batcher<{ ctx: Context; post: Delivered }, Received>(async (waiting) => {
      const [first] = waiting;
      return first
        ? receivePosts(
            first.ctx,
            waiting.map(({ post }) => post),
          )
        : [];
    }, POSTS_A_TRANSACTION);
  batchers.set(company, batcher);
  return batcher;
}

async function receive(ctx: Context, opened: OpenedEndpoint, delivery: Delivery): Promise<Arrived> {
  try {
    return await delivery.receive();
  } catch (reason) {
    if (!(reason instanceof DomainError)) throw reason;
    const nothing = {
      query: delivery.query,
      contentType: delivery.headers.get("content-type"),
      body: new Uint8Array(),
    };
    const event = { ...eventOf(ctx, opened, delivery, nothing), signature: "not_checked" as const };
    const status = reason.code === "too_large" ? 413 : 422;
    const problem = reason.message;
    await keepUnsignedEvent(ctx.company.id, { ...event, status, outcome: "refused", problem, result: [] });
    throw reason;
  }
}

function eventOf(
  ctx: Context,
  { endpoint }: OpenedEndpoint,
  { headers }: Delivery,
  { query, contentType, body }: Arrived,
): Omit<NewEvent, "status" | "outcome" | "problem" | "result" | "signature"> {
  return {
    endpointId: endpoint.id,
    receivedAt: ctx.now(),
    contentType: contentType?.slice(0, 200) ?? null,
    query: query.slice(0, KEPT_QUERY),
    headers: eventHeaders(headers),
    payload: body,
  };
}

const KEPT_QUERY = 8000;
const KEPT_BYTES = 16 * 1024;

function wordForWord({ query, contentType, body }: Arrived): Record<string, unknown> {
  return { query, content_type: contentType, body: new TextDecoder().decode(body.subarray(0, KEPT_BYTES)) };
}
