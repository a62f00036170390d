import { z } from "zod";
import { route } from "@/lib/api/route";
import { getBillingDetails, saveBillingDetails } from "@/lib/billing-profile/company-details";
import { BillingDetailsAnswer, BillingDetailsUpdate } from "@/lib/billing-profile/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/company/billing-details",
  summary: "Who the company is on its statements",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: BillingDetailsAnswer,
  handle: ({ ctx }) => getBillingDetails(ctx),
});

export const PUT = route({
  path: "/company/billing-details",
  summary: "Say who the company is on statements from now on",
  doors: ["api_key", "session"],
  input: BillingDetailsUpdate,
  output: BillingDetailsAnswer,
  handle: ({ ctx, input }) => saveBillingDetails(ctx, input),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
