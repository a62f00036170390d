import { route } from "@/lib/api/route";
import { DocumentList, DocumentQuery, NewDocument, RecordedDocument } from "@/lib/document/contract";
import { listDocuments } from "@/lib/document/list-documents";
import { recordDocument } from "@/lib/document/record-document";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/buyers/{id}/documents",
  summary: "Payments, refunds, adjustments and the like of a buyer, newest first",
  doors: ["api_key", "session"],
  input: DocumentQuery,
  output: DocumentList,
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    ...(await listDocuments(ctx, { type: "buyer", id: partyId(params.id) }, input)),
  }),
});

export const POST = route({
  path: "/buyers/{id}/documents",
  summary: "Record a payment, refund, adjustment, write-off or opening balance of a buyer",
  doors: ["api_key", "session"],
  input: NewDocument,
  output: RecordedDocument,
  handle: async ({ ctx, params, input }) => {
    const { document, isNew } = await recordDocument(ctx, { type: "buyer", id: partyId(params.id) }, input);
    return { status: isNew ? (201 as const) : (200 as const), document };
  },
  location: ({ document }) => `/api/v1/documents/${document.number}`,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
