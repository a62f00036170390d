import { DocumentAnswer, DocumentReversal } from "@/lib/contracts/documents";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";
import { reverseDocument } from "@/lib/services/documents/reverse-document";

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
