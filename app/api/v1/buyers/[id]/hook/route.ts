import { z } from "zod";
import { BuyerHookAnswer, BuyerHookUpdate } from "@/lib/contracts/hooks";
import { route } from "@/lib/http/route";
import { getBuyerWebhook } from "@/lib/inbound/get-buyer-webhook";
import { saveBuyerWebhook } from "@/lib/inbound/save-buyer-webhook";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";

export const GET = route({
  path: "/buyers/{id}/hook",
  summary: "The address at which a buyer posts",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: BuyerHookAnswer,
  handle: async ({ ctx, params }) => ({ status: 200 as const, hook: await getBuyerWebhook(ctx, partyId(params.id)) }),
});

export const PUT = route({
  path: "/buyers/{id}/hook",
  summary: "Make or change the address at which a buyer posts",
  doors: ["api_key", "session"],
  input: BuyerHookUpdate,
  output: BuyerHookAnswer,
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    hook: await saveBuyerWebhook(ctx, partyId(params.id), input),
  }),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
