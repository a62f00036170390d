import { z } from "zod";
import { route } from "@/lib/api/route";
import { PayableAnswer } from "@/lib/document/contract";
import { getPayable } from "@/lib/document/get-payable";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/traffic-sources/{id}/payable",
  summary: "What a traffic source has earned, and what of it may be paid now",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: PayableAnswer,
  handle: async ({ ctx, params }) => ({ status: 200 as const, payable: await getPayable(ctx, partyId(params.id)) }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
