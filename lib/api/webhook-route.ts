import { NotFound } from "@/lib/base/errors";
import { BuyerPost, BuyerPostAnswer } from "@/lib/inbound/contract/webhook";
import { type Arrived, openBuyerWebhook, receiveBuyerPost } from "@/lib/inbound/receive-buyer-post";
import { systemClock } from "@/lib/platform/config/clock";
import { answer } from "@/lib/platform/http/answer";
import { answerRequest } from "@/lib/platform/http/answer-request";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { queryOf, receive } from "@/lib/platform/http/receive";
import { DRY_RUN, takeDryRun } from "@/lib/platform/http/take-dry-run";
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

/** The address of a buyer: the key in it says who posts, and what is signed is the body as it came. */
export const webhookRoute: Route<typeof BuyerPost, typeof BuyerPostAnswer> = Object.assign(handler, { declaration });

function handler(
  request: ApiRequest,
  { params }: { params: Promise<Readonly<Record<string, string>>> },
): Promise<Response> {
  return answerRequest(request.method, declaration.path, async (speaksAs) => {
    const { hook_key: key = "" } = await params;
    const hook = await openBuyerWebhook(key, systemClock);
    if (!hook) throw new NotFound("There is no buyer at this address.");
    speaksAs(hook.ctx);
    return answer({}, await receiveBuyerPost(hook.ctx, hook.opened, deliveryOf(request)));
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

/** The fields of a post. `names` are those of the buyer's own that matter. */
export async function webhookParameters(arrived: Arrived, names: ReadonlySet<string> = new Set()) {
  const parameters = await readForgiving(arrived, new Set([...Object.keys(BuyerPost.shape), ...names]));
  return names.has(DRY_RUN) ? parameters : takeDryRun(parameters, false).parameters;
}
