import { z } from "zod";
import { BillingAnswer } from "@/lib/contracts/billing";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { callRef } from "@/lib/services/call/call-ref";
import { getBilling } from "@/lib/services/call/get-billing";

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
