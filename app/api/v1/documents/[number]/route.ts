import { z } from "zod";
import { DocumentAnswer } from "@/lib/contracts/documents";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";
import { getDocument } from "@/lib/services/documents/get-document";

export const GET = route({
  path: "/documents/{number}",
  summary: "A payment, refund, adjustment or the like",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: DocumentAnswer,
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    document: await getDocument(ctx, partyId(params.number)),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
