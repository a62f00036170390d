import { z } from "zod";
import { BillingProfileAnswer, BillingProfileUpdate } from "@/lib/contracts/billing-profile";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { getBillingProfile } from "@/lib/services/billing-profiles/get-billing-profile";
import { saveBillingProfile } from "@/lib/services/billing-profiles/save-billing-profile";
import { partyId } from "@/lib/services/company/party-id";

export const GET = route({
  path: "/traffic-sources/{id}/billing-profile",
  summary: "How a traffic source is paid",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: BillingProfileAnswer,
  handle: ({ ctx, params }) => getBillingProfile(ctx, { type: "traffic_source", id: partyId(params.id) }),
});

export const PUT = route({
  path: "/traffic-sources/{id}/billing-profile",
  summary: "Say how a traffic source is paid from the next statement on",
  doors: ["api_key", "session"],
  input: BillingProfileUpdate,
  output: BillingProfileAnswer,
  handle: ({ ctx, params, input }) =>
    saveBillingProfile(ctx, { type: "traffic_source", id: partyId(params.id) }, input),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
