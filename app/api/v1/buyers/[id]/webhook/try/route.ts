import { buyerPostParameters } from "@/lib/api/buyer-post-parameters";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { TriedWebhookBody, TryWebhookBody } from "@/lib/inbound/contract/webhook";
import { tryWebhookBody } from "@/lib/inbound/try-webhook-body";
import { otherMethods } from "@/lib/platform/http/other-methods";

const asBody = (body: string) =>
  buyerPostParameters({ query: "", contentType: null, body: new TextEncoder().encode(body) });

export const POST = route({
  name: "tryBuyerWebhook",
  policy: KEY_OR_SESSION,
  path: "/buyers/{id}/webhook/try",
  params: { id: numberOf("buyer", 7) },
  input: TryWebhookBody,
  output: TriedWebhookBody,
  statuses: [200, 404],
  docs: {
    section: "Buyer webhooks",
    title: "Test a post to a buyer's webhook",
    about: [
      "Returns how the webhook would read the body and which call it would update. Nothing is saved. Send `fields` to test a mapping before you save it. Requires the permissions `settings: read` and `call.details: read`.",
    ],
    example: {
      send: { body: '{"converted":true,"caller":"+15550100"}' },
      answer: {
        status: 200,
        reads: { converted: "true", caller: "+15550100" },
        ignored: [],
        call_id: 1042,
        outcome: "applied",
        problem: null,
      },
    },
  },
  handle: ({ ctx, params, input }) => tryWebhookBody(ctx, params.id, input, asBody),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
