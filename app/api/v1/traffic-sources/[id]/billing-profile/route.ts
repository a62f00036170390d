import { z } from "zod";
import { route } from "@/lib/api/route";
import { BillingProfileAnswer, BillingProfileUpdate } from "@/lib/billing-profile/contract";
import { getBillingProfile } from "@/lib/billing-profile/get-billing-profile";
import { saveBillingProfile } from "@/lib/billing-profile/save-billing-profile";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

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
