import { z } from "zod";
import { route } from "@/lib/api/route";
import { BuyerWebhookAnswer, BuyerWebhookUpdate } from "@/lib/inbound/contract/webhook";
import { getBuyerWebhook } from "@/lib/inbound/get-buyer-webhook";
import { saveBuyerWebhook } from "@/lib/inbound/save-buyer-webhook";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/buyers/{id}/webhook",
  summary: "The address at which a buyer posts",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: BuyerWebhookAnswer,
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    webhook: await getBuyerWebhook(ctx, partyId(params.id)),
  }),
});

export const PUT = route({
  path: "/buyers/{id}/webhook",
  summary: "Make or change the address at which a buyer posts",
  doors: ["api_key", "session"],
  input: BuyerWebhookUpdate,
  output: BuyerWebhookAnswer,
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    webhook: await saveBuyerWebhook(ctx, partyId(params.id), input),
  }),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
