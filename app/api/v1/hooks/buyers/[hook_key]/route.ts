import { SAMPLE_CALL } from "@/app/api/v1/_docs/calls";
import { CONFIRMED } from "@/app/api/v1/_docs/inbox";
import { buyerPostParameters } from "@/lib/api/buyer-post-parameters";
import { endpointKey } from "@/lib/api/path-parameters";
import { BUYER_WEBHOOK } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { BuyerPost, BuyerPostAnswer } from "@/lib/inbound/contract/webhook";
import { receiveBuyerPost } from "@/lib/inbound/receive-buyer-post";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { queryOf, receive } from "@/lib/platform/http/receive";

export const POST = route({
  name: "reportAsBuyer",
  policy: BUYER_WEBHOOK,
  path: "/hooks/buyers/{hook_key}",
  params: { hook_key: endpointKey("buyer", "HOOK_KEY") },
  input: BuyerPost,
  output: BuyerPostAnswer,
  statuses: [200, 404, 409],
  docs: {
    section: "Buyer webhooks",
    title: "Report a call to a buyer's webhook",
    about: [
      "For a buyer that posts when a call has ended, as often as it likes and as late as it likes: each post corrects the one before. It reaches that buyer's calls only. The call is named by `call_uuid`, or by `caller` and about when it started: exactly one call within the window of the address, two hours unless set otherwise, else the post waits in the inbox and is answered 200 with `held: true`. A post that comes before its call is applied when the call arrives.",
      "The key in the address suffices, unless the address asks for a signature as Standard Webhooks (standardwebhooks.com) has it: `webhook-id`, `webhook-timestamp` and `webhook-signature` over the body as it is sent, at most five minutes old. A signature that is wrong is refused in any case. The same `webhook-id`, or the same words under the same `reference`, is never applied twice.",
      "A name that is not known is ignored and listed in `ignored`, an empty value counts as absent, and what has to be refused waits in the inbox. Bodies that cannot be changed are read by the mapping of the address.",
    ],
    example: {
      send: { call_uuid: SAMPLE_CALL.uuid, converted: true, revenue: "10.00", reference: "P-88" },
      answer: { status: 200, changed: true, call: CONFIRMED },
    },
  },
  handle: ({ opened: { ctx, opened }, request }) =>
    receiveBuyerPost(ctx, opened, {
      headers: request.headers,
      query: queryOf(request),
      receive: () => receive(request, BUYER_WEBHOOK.kibibytesAtMost),
      parameters: buyerPostParameters,
    }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
