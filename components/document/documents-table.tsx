import { kindText } from "@/components/ledger/kind-text";
import { StatementLink } from "@/components/ledger/statement-link";
import { Button } from "@/components/ui/button";
import { shortDayText } from "@/components/ui/day-text";
import { Money } from "@/components/ui/money";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { Document } from "@/lib/document/contract";
import { DocumentState } from "./document-state";

export type RowAction = "allocate" | "reverse";

type DocumentsTableProps = {
  documents: readonly Document[];
  actionsOf: (document: Document) => readonly RowAction[];
  onAction: (action: RowAction, document: Document) => void;
};

const LABELS: Record<RowAction, string> = { allocate: "Allocate", reverse: "Reverse" };

export function DocumentsTable({ documents, actionsOf, onAction }: DocumentsTableProps) {
  return (
    <Table caption="Payments and other documents, newest first">
      <thead>
        <tr>
          <HeaderCell align="end">No.</HeaderCell>
          <HeaderCell>Date</HeaderCell>
          <HeaderCell>Kind</HeaderCell>
          <HeaderCell align="end">Amount</HeaderCell>
          <HeaderCell>Reference and reason</HeaderCell>
          <HeaderCell>State</HeaderCell>
          <HeaderCell>Applied to</HeaderCell>
          <HeaderCell>
            <span className="sr-only">Actions</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <Row key={document.number} id={`document-${document.number}`} className="scroll-mt-16 target:bg-accent-tint">
            <Cell align="end" className="font-mono text-12 text-ink-muted">
              {document.number}
            </Cell>
            <Cell className="whitespace-nowrap">
              {shortDayText(document.dated)}
              {document.booked_on !== document.dated && (
                <span className="block text-12 text-ink-muted">booked {shortDayText(document.booked_on)}</span>
              )}
            </Cell>
            <Cell className="whitespace-nowrap font-medium">
              {kindText(document.kind)}
              {document.kind === "adjustment" && document.against === "tax" && " of tax"}
            </Cell>
            <Cell align="end">
              <Money amount={document.direction === "decrease" ? `-${document.amount}` : document.amount} plus />
            </Cell>
            <Cell className="min-w-44 max-w-80 break-words">
              {document.reference}
              {document.reason && <span className="block text-ink-muted">{document.reason}</span>}
              {document.reversal?.reason && (
                <span className="block text-ink-muted">reversed: {document.reversal.reason}</span>
              )}
            </Cell>
            <Cell>
              <DocumentState document={document} />
            </Cell>
            <Cell className="whitespace-nowrap">
              <Settles document={document} />
            </Cell>
            <Cell align="end" className="whitespace-nowrap">
              {actionsOf(document).map((action) => (
                <Button
                  key={action}
                  size="sm"
                  variant="plain"
                  aria-label={`${LABELS[action]} ${kindText(document.kind)} ${document.number}`}
                  onClick={() => onAction(action, document)}
                >
                  {LABELS[action]}
                </Button>
              ))}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Settles({ document }: { document: Document }) {
  const { settles, allocations, party, statement } = document;
  if (!settles) {
    return (
      <span className="text-ink-muted">
        on {statement === null ? "the next statement" : <StatementLink type={party.type} number={statement} />}
      </span>
    );
  }
  return (
    <ul>
      {allocations.map((allocation) => (
        <li key={allocation.statement}>
          <StatementLink type={party.type} number={allocation.statement} />{" "}
          <Money amount={allocation.amount} className="text-ink-muted" />
        </li>
      ))}
    </ul>
  );
}
