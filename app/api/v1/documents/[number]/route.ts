import { z } from "zod";
import { route } from "@/lib/api/route";
import { DocumentAnswer } from "@/lib/document/contract";
import { getDocument } from "@/lib/document/get-document";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

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
