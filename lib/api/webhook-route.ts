import { NotFound } from "@/lib/base/errors";
import { BuyerPost, BuyerPostAnswer } from "@/lib/inbound/contract/webhook";
import { type InboundPost, openBuyerWebhook, receiveBuyerPost } from "@/lib/inbound/receive-buyer-post";
import { systemClock } from "@/lib/platform/config/clock";
import { answer } from "@/lib/platform/http/answer";
import { answerRequest } from "@/lib/platform/http/answer-request";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { DRY_RUN, parseDryRun } from "@/lib/platform/http/parse-dry-run";
import { queryOf, receive } from "@/lib/platform/http/receive";
import { readForgiving } from "./read-forgiving";
import type { Route } from "./route";

const declaration = {
  path: "/hooks/buyers/{hook_key}",
  summary: "A buyer says at its own address how a call went",
  doors: [],
  input: BuyerPost,
  output: BuyerPostAnswer,
  handle: () => Promise.reject(new Error("posts are read by the settings of their address")),
} as const;

/** A buyer's webhook: the key in the path identifies the buyer, and the raw body is signed. */
export const webhookRoute: Route<typeof BuyerPost, typeof BuyerPostAnswer> = Object.assign(handler, { declaration });

function handler(
  request: ApiRequest,
  { params }: { params: Promise<Readonly<Record<string, string>>> },
): Promise<Response> {
  return answerRequest(request.method, declaration.path, async (speaksAs) => {
    const { hook_key: key = "" } = await params;
    const webhook = await openBuyerWebhook(key, systemClock);
    if (!webhook) throw new NotFound("There is no buyer at this address.");
    speaksAs(webhook.ctx);
    return answer({}, await receiveBuyerPost(webhook.ctx, webhook.opened, deliveryOf(request)));
  });
}

function deliveryOf(request: ApiRequest) {
  return {
    headers: request.headers,
    query: queryOf(request),
    receive: () => receive(request),
    parameters: webhookParameters,
  };
}

/** The fields of a post. `names` are the buyer's own names in use. */
export async function webhookParameters(arrived: InboundPost, names: ReadonlySet<string> = new Set()) {
  const parameters = await readForgiving(arrived, new Set([...Object.keys(BuyerPost.shape), ...names]));
  return names.has(DRY_RUN) ? parameters : parseDryRun(parameters, false).parameters;
}
