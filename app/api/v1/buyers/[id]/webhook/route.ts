import { READS, WEBHOOK } from "@/app/api/v1/_docs/inbox";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { BuyerWebhookAnswer, BuyerWebhookUpdate } from "@/lib/inbound/contract/webhook";
import { getBuyerWebhook } from "@/lib/inbound/get-buyer-webhook";
import { saveBuyerWebhook } from "@/lib/inbound/save-buyer-webhook";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getBuyerWebhook",
  policy: KEY_OR_SESSION,
  path: "/buyers/{id}/webhook",
  params: { id: numberOf("buyer", 7) },
  output: BuyerWebhookAnswer,
  statuses: [200, 404],
  docs: {
    section: "Buyer webhooks",
    title: "Retrieve a buyer's webhook",
    about: ["The key in the URL and the secret aren't included. They are shown only when they are created.", READS],
    example: { answer: { status: 200, webhook: WEBHOOK } },
  },
  handle: async ({ ctx, params }) => ({ status: 200 as const, webhook: await getBuyerWebhook(ctx, params.id) }),
});

export const PUT = route({
  name: "saveBuyerWebhook",
  policy: KEY_OR_SESSION,
  path: "/buyers/{id}/webhook",
  params: { id: numberOf("buyer", 7) },
  input: BuyerWebhookUpdate,
  output: BuyerWebhookAnswer,
  statuses: [200, 404],
  docs: {
    section: "Buyer webhooks",
    title: "Create or update a buyer's webhook",
    about: [
      "Creates the webhook if the buyer has none. Omitted fields keep their values. A new key or secret is shown only in this response, so store it now. Requires the permission `settings: update`.",
    ],
    example: {
      send: { signature_required: true, window_minutes: 120 },
      answer: { status: 200, webhook: { ...WEBHOOK, secret: "whsec_SECRET" } },
    },
  },
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    webhook: await saveBuyerWebhook(ctx, params.id, input),
  }),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
