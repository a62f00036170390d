import { z } from "zod";
import { PayableAnswer } from "@/lib/contracts/documents";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";
import { getPayable } from "@/lib/services/documents/get-payable";

export const GET = route({
  path: "/traffic-sources/{id}/payable",
  summary: "What a traffic source has earned, and what of it may be paid now",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: PayableAnswer,
  handle: async ({ ctx, params }) => ({ status: 200 as const, payable: await getPayable(ctx, partyId(params.id)) }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
