import { DETAILS } from "@/app/api/v1/_docs/statements";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { getBillingDetails, saveBillingDetails } from "@/lib/billing-profile/company-details";
import { BillingDetailsAnswer, BillingDetailsUpdate } from "@/lib/billing-profile/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getBillingDetails",
  policy: KEY_OR_SESSION,
  path: "/company/billing-details",
  output: BillingDetailsAnswer,
  statuses: [200],
  docs: {
    section: "Company",
    title: "Retrieve the company's billing details",
    about: ["Returns the name and address that appear on new statements. Requires the permission `settings: read`."],
    example: { answer: { status: 200, details: DETAILS } },
  },
  handle: ({ ctx }) => getBillingDetails(ctx),
});

export const PUT = route({
  name: "saveBillingDetails",
  policy: KEY_OR_SESSION,
  path: "/company/billing-details",
  input: BillingDetailsUpdate,
  output: BillingDetailsAnswer,
  statuses: [200],
  docs: {
    section: "Company",
    title: "Update the company's billing details",
    about: [
      "Applies to new statements; issued statements keep their details. Omitted fields keep their values. Requires the permission `settings: update`.",
    ],
    example: { send: DETAILS, answer: { status: 200, details: DETAILS } },
  },
  handle: ({ ctx, input }) => saveBillingDetails(ctx, input),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
