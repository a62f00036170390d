import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { DocumentList, DocumentQuery, NewDocument, RecordedDocument } from "@/lib/document/contract";
import { listDocuments } from "@/lib/document/list-documents";
import { recordDocument } from "@/lib/document/record-document";
import { documentOf, WRITES } from "../_docs/documents";
import { READS_MONEY } from "../_docs/money";
import type { PartyKind } from "./kinds";

const RECORDS = [
  "It posts at once. A day in a closed month is booked on the first day of the oldest open one. Payments, refunds and write-offs settle open statements, the one due first, first, unless `allocations` says otherwise; what is left over is unapplied, and settles the next statement as it is issued.",
  "What was refunded settles nothing, and a refund is at most what was paid, was not given back and settles no statement: allocate less of the payment first where it settles one. An adjustment that corrects the tax of a statement says `against: tax`, so that the account of tax holds what is due to the authorities. A party has one opening balance at a time.",
  "Send a `request_id` of your own: the same request again is answered 200 with the document that it made. Another request for what stands already, by party, kind, amount, day and reference, is refused with 409 and the `document` that stands, also if both come at once: give it a reference of its own, or say `allow_duplicate`.",
];

export function readDocuments({ path, name, one, type, params, example }: PartyKind) {
  return route({
    name: `list${name}Documents`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/documents`,
    params,
    input: DocumentQuery,
    output: DocumentList,
    statuses: [200, 404],
    docs: {
      section: "Documents",
      title: `List payments and other documents of ${one}, newest first`,
      about: [READS_MONEY],
      example: {
        send: "kind=payment&per_page=20",
        answer: {
          status: 200,
          documents: [documentOf(example)],
          standing: {
            balance: "150.00",
            unapplied: "0.00",
            not_on_statement: "0.00",
            open_statements: [
              {
                number: 12,
                cycle_start: "2026-10-01",
                cycle_end: "2026-10-31",
                due_on: "2026-11-30",
                billed: "250.00",
                open: "150.00",
                days_overdue: 0,
              },
            ],
          },
          metadata: { next_cursor: null },
        },
      },
    },
    handle: async ({ ctx, params, input }) => ({
      status: 200 as const,
      ...(await listDocuments(ctx, { type, id: params.id }, input)),
    }),
  });
}

export function addDocument({ path, name, one, type, params, example }: PartyKind) {
  return route({
    name: `record${name}Document`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/documents`,
    params,
    input: NewDocument,
    output: RecordedDocument,
    statuses: [201, 200, 404, 409],
    docs: {
      section: "Documents",
      title: `Record a payment, refund, adjustment, write-off or opening balance of ${one}`,
      about: [...RECORDS, WRITES],
      example: {
        send: { kind: "payment", amount: "100.00", reference: "Wire 4711" },
        answer: { status: 201, document: documentOf(example) },
      },
    },
    handle: async ({ ctx, params, input }) => {
      const { document, isNew } = await recordDocument(ctx, { type, id: params.id }, input);
      return { status: isNew ? (201 as const) : (200 as const), document };
    },
    location: ({ document }) => `/api/v1/documents/${document.number}`,
  });
}
