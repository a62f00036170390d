import clsx from "clsx";
import { DocumentLink } from "@/components/ledger/document-link";
import { kindText } from "@/components/ledger/kind-text";
import { shortDayText } from "@/components/ui/day-text";
import { Money } from "@/components/ui/money";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Statement, StatementLine } from "@/lib/statement/contract/statement";
import { apartWords } from "./apart-words";

type LinesTableProps = {
  caption: string;
  lines: readonly StatementLine[];
  party: Statement["party"];
  currency: string;
};

/** On a phone the date and the caller move under the call, offer and reason under the kind. */
export function LinesTable({ caption, lines, party, currency }: LinesTableProps) {
  const hasReasons = lines.some(({ apart }) => apart !== null);
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <HeaderCell className={WIDE}>Date</HeaderCell>
          <HeaderCell>Call</HeaderCell>
          <HeaderCell className={WIDE}>Caller</HeaderCell>
          <HeaderCell className={WIDE}>Offer</HeaderCell>
          <HeaderCell>Kind</HeaderCell>
          {hasReasons && <HeaderCell className={WIDE}>Reason</HeaderCell>}
          <HeaderCell align="end">{currency}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.entry_id}>
            <Cell className={clsx("whitespace-nowrap", WIDE)}>{shortDayText(line.service_day)}</Cell>
            <Cell className="whitespace-nowrap">
              {line.call ? (
                <TextLink href={`/calls/${line.call.id}`} prefetch={false} className="font-mono text-12">
                  {line.call.uuid.slice(0, 8)}
                  <span className="max-sm:hidden print:inline">{line.call.uuid.slice(8)}</span>
                </TextLink>
              ) : (
                line.document !== null && <DocumentLink party={party} number={line.document} />
              )}
              <span className={FOLDED}>{shortDayText(line.service_day)}</span>
              <span className={FOLDED}>{line.caller}</span>
            </Cell>
            <Cell className={clsx("whitespace-nowrap", WIDE)}>{line.caller}</Cell>
            <Cell className={WIDE}>{line.offer?.name}</Cell>
            <Cell className="max-sm:w-full sm:whitespace-nowrap">
              {kindText(line.kind)}
              <span className={FOLDED}>{line.offer?.name}</span>
              {line.apart && (
                <span className={FOLDED}>
                  <Reason apart={line.apart} />
                </span>
              )}
            </Cell>
            {hasReasons && (
              <Cell className={clsx("min-w-48", WIDE)}>{line.apart && <Reason apart={line.apart} />}</Cell>
            )}
            <Cell align="end">
              <Money amount={line.amount} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

const WIDE = "max-sm:hidden print:table-cell";
const FOLDED = "block text-12 text-ink-muted sm:hidden print:hidden";

function Reason({ apart }: { apart: NonNullable<StatementLine["apart"]> }) {
  const { corrects } = apart;
  return (
    <>
      {apartWords(apart)}
      {corrects && `; corrects that of ${shortDayText(corrects.day)}`}
      {corrects?.statement && (
        <>
          {" on "}
          <TextLink href={`/billing/statements/${corrects.statement}`} prefetch={false}>
            {corrects.statement}
          </TextLink>
        </>
      )}
    </>
  );
}
