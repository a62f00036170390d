import { DOCUMENT, WRITES } from "@/app/api/v1/_docs/documents";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { allocateDocument } from "@/lib/document/allocate-document";
import { AllocationUpdate, DocumentAnswer } from "@/lib/document/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "allocateDocument",
  policy: KEY_OR_SESSION,
  path: "/documents/{number}/allocations",
  params: { number: numberOf("document", 1) },
  input: AllocationUpdate,
  output: DocumentAnswer,
  statuses: [200, 404, 409],
  docs: {
    section: "Documents",
    title: "Allocate a document to statements",
    about: [
      "Sets which statements a payment, refund, or write-off settles. Send the complete list: statements that you omit become open again. Each amount has the same sign as the open amount of its statement, and together they can't exceed the document's amount. Repeating the request changes nothing.",
      WRITES,
    ],
    example: {
      send: { allocations: [] },
      answer: { status: 200, document: { ...DOCUMENT, allocations: [], allocations_version: 2, unapplied: "100.00" } },
    },
  },
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    document: await allocateDocument(ctx, params.number, input),
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
