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
    title: "Get the company details on statements",
    about: ["It takes the permission `settings: read`."],
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
    title: "Set the company details on future statements",
    about: [
      "What is absent stays as it is. Statements that were issued keep theirs. It takes the permission `settings: update`.",
    ],
    example: { send: DETAILS, answer: { status: 200, details: DETAILS } },
  },
  handle: ({ ctx, input }) => saveBillingDetails(ctx, input),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
