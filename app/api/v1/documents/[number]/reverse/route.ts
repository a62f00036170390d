import { DOCUMENT } from "@/app/api/v1/_docs/documents";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { DocumentAnswer, DocumentReversal } from "@/lib/document/contract";
import { reverseDocument } from "@/lib/document/reverse-document";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "reverseDocument",
  policy: KEY_OR_SESSION,
  path: "/documents/{number}/reverse",
  params: { number: numberOf("document", 1) },
  input: DocumentReversal,
  output: DocumentAnswer,
  statuses: [200, 404, 409],
  docs: {
    section: "Documents",
    title: "Reverse a document",
    about: [
      "Use this for a payment that bounced or a document recorded by mistake. The reversal is posted once, and the statements that the document settled become open again. Requires the same permission as recording the document.",
    ],
    example: {
      send: { reason: "The bank returned it." },
      answer: {
        status: 200,
        document: {
          ...DOCUMENT,
          allocations: [],
          allocations_version: 2,
          reversal: {
            dated: "2026-11-24",
            booked_on: "2026-11-24",
            reason: "The bank returned it.",
            created_at: "2026-11-24T08:00:00.000Z",
            by: { type: "member", name: "Ana Ruiz" },
          },
        },
      },
    },
  },
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    document: await reverseDocument(ctx, params.number, input),
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
