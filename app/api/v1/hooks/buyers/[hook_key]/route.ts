import { SAMPLE_CALL } from "@/app/api/v1/_docs/calls";
import { CONFIRMED } from "@/app/api/v1/_docs/inbox";
import { buyerPostParameters } from "@/lib/api/buyer-post-parameters";
import { deliveryRoute } from "@/lib/api/delivery-route";
import { endpointKey } from "@/lib/api/path-parameters";
import { BUYER_WEBHOOK, type OpenedBuyerWebhook } from "@/lib/api/policies";
import { BuyerPost, BuyerPostAnswer, BuyerReport } from "@/lib/inbound/contract/webhook";
import { receiveBuyerPost } from "@/lib/inbound/receive-buyer-post";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { queryOf, receive } from "@/lib/platform/http/receive";

export const POST = deliveryRoute({
  name: "reportAsBuyer",
  policy: BUYER_WEBHOOK,
  path: "/hooks/buyers/{hook_key}",
  params: { hook_key: endpointKey("buyer", "HOOK_KEY") },
  input: BuyerPost,
  output: BuyerPostAnswer,
  statuses: [200, 404, 409],
  docs: {
    section: "Buyer webhooks",
    title: "Receive a buyer's post",
    about: [
      "The buyer's system posts the result of a call to this URL. It can post at any time and as often as needed; each post updates the previous one. It reaches only that buyer's calls. Identify the call by `call_uuid`, or by `caller` and the approximate start time. If exactly one call matches within the webhook's window (two hours by default), the update is applied. Otherwise the post waits in the inbox and the response is 200 with `held: true`. A post that arrives before its call is applied when the call arrives.",
      "The key in the URL authenticates the request. If the webhook requires a signature, also send the `webhook-id`, `webhook-timestamp`, and `webhook-signature` headers of Standard Webhooks (standardwebhooks.com). Sign the body exactly as sent; the timestamp can be at most five minutes off. A wrong signature returns 401 even if none is required. A retry with the same content under the same `webhook-id`, `event_id`, or `reference` isn't applied twice.",
      "Unknown fields are ignored and listed in `ignored`. Empty values count as absent. Rejected posts are kept in the inbox for review. If the buyer can't change its payload, map its fields in the webhook's settings.",
    ],
    example: {
      send: { call_uuid: SAMPLE_CALL.uuid, converted: true, revenue: "10.00", reference: "P-88" },
      answer: { status: 200, changed: true, call: CONFIRMED },
    },
  },
  handle,
});

export const GET = deliveryRoute({
  name: "reportAsBuyerByGet",
  policy: BUYER_WEBHOOK,
  path: "/hooks/buyers/{hook_key}",
  params: { hook_key: endpointKey("buyer", "HOOK_KEY") },
  input: BuyerReport,
  output: BuyerPostAnswer,
  statuses: [200, 404, 409],
  docs: {
    section: "Buyer webhooks",
    title: "Receive a report by GET",
    about: [
      "For a buyer's system that can only open a URL. It is off until `get_allowed` is set in the webhook's settings; until then this answers 405. The fields are those of a post, as query parameters.",
      "`report=true` is required, because links are also opened by browsers that prefetch and by programs that show previews. Requests that such clients send are refused with 422 and change nothing. Nothing here is cached.",
    ],
    example: {
      send: `report=true&call_uuid=${SAMPLE_CALL.uuid}&converted=true&revenue=10.00&reference=P-88`,
      answer: { status: 200, changed: true, call: CONFIRMED },
    },
  },
  handle,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });

function handle({ opened: { ctx, opened }, request }: { opened: OpenedBuyerWebhook; request: ApiRequest }) {
  return receiveBuyerPost(ctx, opened, {
    method: request.method,
    headers: request.headers,
    query: queryOf(request),
    receive: () => receive(request, BUYER_WEBHOOK.kibibytesAtMost),
    parameters: buyerPostParameters,
  });
}
