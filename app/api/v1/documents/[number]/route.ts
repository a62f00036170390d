import { DOCUMENT } from "@/app/api/v1/_docs/documents";
import { READS_MONEY } from "@/app/api/v1/_docs/money";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { DocumentAnswer } from "@/lib/document/contract";
import { getDocument } from "@/lib/document/get-document";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getDocument",
  policy: KEY_OR_SESSION,
  path: "/documents/{number}",
  params: { number: numberOf("document", 1) },
  output: DocumentAnswer,
  statuses: [200, 404],
  docs: {
    section: "Documents",
    title: "Retrieve a document",
    about: ["Returns a payment, refund, adjustment, write-off, or opening balance.", READS_MONEY],
    example: { answer: { status: 200, document: DOCUMENT } },
  },
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    document: await getDocument(ctx, params.number),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
