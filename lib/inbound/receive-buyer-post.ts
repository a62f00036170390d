import type { Context } from "@/lib/access/context";
import { DomainError, Invalid } from "@/lib/base/errors";
import type { Clock } from "@/lib/platform/config/clock";
import { MethodNotAllowed } from "@/lib/platform/http/method-not-allowed";
import { arrivedEvent } from "./arrived-event";
import { buyerPosts } from "./buyer-posts";
import type { BuyerPostAnswer } from "./contract/webhook";
import { queryOfReport, REPORT, whyNoReport } from "./domain/reports-by-get";
import { type WebhookSettings, webhookSettings } from "./domain/webhook-settings";
import { type OpenedEndpoint, openEndpoint } from "./open-endpoint";
import type { InboundPost } from "./raw-post";
import { rejectUnread, rejectUnsigned } from "./receive";
import { rawPayload } from "./stored-payload";
import { verifySignature } from "./verify-signature";
import { webhookActor } from "./webhook-actor";

export type PostRequest = {
  readonly method: string;
  readonly headers: Headers;
  readonly query: string;
  /** Reads the body; throws `DomainError` if it is too large. */
  readonly receive: () => Promise<InboundPost>;
  /** Names and values of the post. Conflicting repetitions are rejected for these names only. */
  readonly parameters: (arrived: InboundPost, names: ReadonlySet<string>) => Promise<Readonly<Record<string, unknown>>>;
};

/** The endpoint with this key and its actor; null if unknown or revoked. */
export async function openBuyerWebhook(
  key: string,
  now: Clock,
): Promise<{ ctx: Context; opened: OpenedEndpoint } | null> {
  const opened = await openEndpoint("buyer", key, now);
  return opened && { opened, ctx: { company: opened.company, actor: webhookActor(opened.endpoint), now } };
}

/**
 * Receives a post of a buyer. Throws `DomainError` for what the sender has to correct; then only the event log and, for
 * an authenticated sender, the inbox are saved.
 */
export async function receiveBuyerPost(
  ctx: Context,
  { endpoint, secrets }: OpenedEndpoint,
  delivery: PostRequest,
): Promise<BuyerPostAnswer> {
  const settings = webhookSettings(endpoint.mapping);
  if (delivery.method !== "POST") await assertReportsByGet(ctx, endpoint.id, settings, delivery);
  const arrived = await receive(ctx, endpoint.id, delivery);
  const { headers } = delivery;
  const signed = {
    id: headers.get("webhook-id"),
    timestamp: headers.get("webhook-timestamp"),
    signature: headers.get("webhook-signature"),
    body: arrived.body,
  };
  const checked = verifySignature(secrets, signed, ctx.now());
  const event = { ...eventOf(ctx, endpoint.id, delivery, arrived), payload: arrived.body, signature: checked };
  if (checked === "wrong" || checked === "too_old" || (settings.signatureRequired && checked !== "valid")) {
    return rejectUnsigned(ctx.company.id, event, REJECTED[checked] ?? NOT_SIGNED);
  }
  const names = new Set(Object.values(settings.fields).map(({ path }) => path.split(".")[0] ?? path));
  // A signature covers the body only, so an endpoint that requires one ignores the query.
  const query = settings.signatureRequired ? "" : queryOfReport(delivery);
  const read = await delivery.parameters({ ...arrived, query }, names).then(
    (parameters) => ({ parameters }),
    (reason: unknown) => {
      if (!(reason instanceof DomainError)) throw reason;
      return { parameters: rawPayload(arrived), unreadable: reason };
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

/** A GET changes something here, so it must be meant. Those that are not are logged, and nothing waits in the inbox. */
async function assertReportsByGet(
  ctx: Context,
  endpointId: number,
  { getAllowed }: WebhookSettings,
  delivery: PostRequest,
): Promise<void> {
  const { method, headers, query } = delivery;
  if (!getAllowed || method !== "GET") throw new MethodNotAllowed(method, getAllowed ? ["GET", "POST"] : ["POST"]);
  const problem = whyNoReport({ headers, query });
  if (problem === null) return;
  const event = eventOf(ctx, endpointId, delivery, { query, contentType: null });
  await rejectUnread(ctx.company.id, event, new Invalid({ [REPORT]: problem }, `${problem} Nothing was saved.`));
}

async function receive(ctx: Context, endpointId: number, delivery: PostRequest): Promise<InboundPost> {
  try {
    return await delivery.receive();
  } catch (reason) {
    if (!(reason instanceof DomainError)) throw reason;
    const unread = { query: delivery.query, contentType: delivery.headers.get("content-type") };
    return rejectUnread(ctx.company.id, eventOf(ctx, endpointId, delivery, unread), reason);
  }
}

function eventOf(
  ctx: Context,
  endpointId: number,
  { method, headers }: PostRequest,
  { query, contentType }: Pick<InboundPost, "query" | "contentType">,
) {
  return { ...arrivedEvent(ctx.now(), { method, headers, query, contentType }), endpointId };
}
