import { z } from "zod";
import { route } from "@/lib/api/route";
import { BillingProfileAnswer, BillingProfileUpdate } from "@/lib/billing-profile/contract";
import { getBillingProfile } from "@/lib/billing-profile/get-billing-profile";
import { saveBillingProfile } from "@/lib/billing-profile/save-billing-profile";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/buyers/{id}/billing-profile",
  summary: "How a buyer is invoiced",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: BillingProfileAnswer,
  handle: ({ ctx, params }) => getBillingProfile(ctx, { type: "buyer", id: partyId(params.id) }),
});

export const PUT = route({
  path: "/buyers/{id}/billing-profile",
  summary: "Say how a buyer is invoiced from the next statement on",
  doors: ["api_key", "session"],
  input: BillingProfileUpdate,
  output: BillingProfileAnswer,
  handle: ({ ctx, params, input }) => saveBillingProfile(ctx, { type: "buyer", id: partyId(params.id) }, input),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
