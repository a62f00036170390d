import { route } from "@/lib/api/route";
import { DocumentAnswer, DocumentReversal } from "@/lib/document/contract";
import { reverseDocument } from "@/lib/document/reverse-document";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/documents/{number}/reverse",
  summary: "Take a document back, such as a payment that bounced",
  doors: ["api_key", "session"],
  input: DocumentReversal,
  output: DocumentAnswer,
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    document: await reverseDocument(ctx, partyId(params.number), input),
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
