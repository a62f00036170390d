import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { DocumentList, DocumentQuery, NewDocument, RecordedDocument } from "@/lib/document/contract";
import { listDocuments } from "@/lib/document/list-documents";
import { recordDocument } from "@/lib/document/record-document";
import { documentOf, WRITES } from "../_docs/documents";
import { READS_MONEY } from "../_docs/money";
import type { PartyKind } from "./kinds";

const RECORDS = [
  "The document posts to the ledger at once. If its date is in a closed month, it is booked on the first day of the oldest open month. Payments, refunds, and write-offs settle open statements in order of due date, unless you send `allocations`. Any remainder stays unapplied and settles the next statement when it is issued.",
  "You can refund only the unapplied part of the payments. To refund a payment that settles a statement, reduce its allocation first. To correct the tax of a statement, record an adjustment with `against: tax`, so that the tax account shows what you owe the authorities. A party has one opening balance at a time.",
  "Send a `request_id` to retry safely: repeating the request returns 200 with the document it created. A different request with the same party, kind, amount, date, and reference as an existing document returns 409 with that `document`. If it really is another one, send a different `reference` or set `allow_duplicate`.",
] as const;

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
      title: `List documents of ${one}`,
      about: ["Returns payments, refunds, adjustments, write-offs, and opening balances, newest first.", READS_MONEY],
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
      title: `Record a document of ${one}`,
      about: ["Records a payment, refund, adjustment, write-off, or opening balance.", ...RECORDS, WRITES],
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
