import clsx from "clsx";
import { kindText } from "@/components/ledger/kind-text";
import { StatementLink } from "@/components/ledger/statement-link";
import { Button } from "@/components/ui/button";
import { shortDayText } from "@/components/ui/day-text";
import { FOLDED, WIDE } from "@/components/ui/fold";
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

/** On a phone number, date and what it applies to move under the kind, the state under the amount. */
export function DocumentsTable({ documents, actionsOf, onAction }: DocumentsTableProps) {
  return (
    <Table caption="Payments and other documents, newest first">
      <thead>
        <tr>
          <HeaderCell align="end" className={WIDE}>
            No.
          </HeaderCell>
          <HeaderCell className={WIDE}>Date</HeaderCell>
          <HeaderCell>Kind</HeaderCell>
          <HeaderCell align="end">Amount</HeaderCell>
          <HeaderCell className={WIDE}>Reference and reason</HeaderCell>
          <HeaderCell className={WIDE}>State</HeaderCell>
          <HeaderCell className={WIDE}>Applied to</HeaderCell>
          <HeaderCell>
            <span className="sr-only">Actions</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <Row key={document.number} id={`document-${document.number}`} className="scroll-mt-16 target:bg-accent-tint">
            <Cell align="end" className={clsx("font-mono text-12 text-ink-muted", WIDE)}>
              {document.number}
            </Cell>
            <Cell className={clsx("whitespace-nowrap", WIDE)}>
              {shortDayText(document.dated)}
              {document.booked_on !== document.dated && (
                <span className="block text-12 text-ink-muted">booked {shortDayText(document.booked_on)}</span>
              )}
            </Cell>
            <Cell className="max-sm:w-full sm:whitespace-nowrap">
              <span className="font-medium">
                {kindText(document.kind)}
                {document.kind === "adjustment" && document.against === "tax" && " of tax"}
              </span>
              <span className={FOLDED}>
                no. {document.number}, {shortDayText(document.dated)}
              </span>
              <span className={FOLDED}>
                <Words document={document} />
              </span>
              <span className={FOLDED}>
                <Settles document={document} />
              </span>
            </Cell>
            <Cell align="end">
              <Money amount={document.direction === "decrease" ? `-${document.amount}` : document.amount} plus />
              <span className={FOLDED}>
                <DocumentState document={document} />
              </span>
            </Cell>
            <Cell className={clsx("min-w-44 max-w-80 break-words", WIDE)}>
              <Words document={document} />
            </Cell>
            <Cell className={WIDE}>
              <DocumentState document={document} />
            </Cell>
            <Cell className={clsx("whitespace-nowrap", WIDE)}>
              <Settles document={document} />
            </Cell>
            <Cell align="end" className="sm:whitespace-nowrap">
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

function Words({ document: { reference, reason, reversal } }: { document: Document }) {
  return (
    <>
      {reference}
      {reason && <span className="block text-ink-muted">{reason}</span>}
      {reversal?.reason && <span className="block text-ink-muted">reversed: {reversal.reason}</span>}
    </>
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
