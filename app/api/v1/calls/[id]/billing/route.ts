import { z } from "zod";
import { route } from "@/lib/api/route";
import { callRef } from "@/lib/call/call-ref";
import { BillingAnswer } from "@/lib/ledger/contract/billing";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { getBilling } from "@/lib/report/get-billing";

export const GET = route({
  path: "/calls/{id}/billing",
  summary: "The billing detail of a call: pending and posted entries, totals",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: BillingAnswer,
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    billing: await getBilling(ctx, callRef(params.id ?? "")),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
