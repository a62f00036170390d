import { partyAddress } from "@/components/ledger/party-address";
import { shortDayText } from "@/components/ui/day-text";
import { Money } from "@/components/ui/money";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { StatementSummary } from "@/lib/statement/contract/statement";
import { StatementState } from "./statement-state";

type StatementsTableProps = { statements: readonly StatementSummary[]; ofOneParty?: boolean };

export function StatementsTable({ statements, ofOneParty = false }: StatementsTableProps) {
  const currency = statements[0]?.currency ?? "";
  return (
    <Table caption="Statements, newest first">
      <thead>
        <tr>
          <HeaderCell>Number</HeaderCell>
          {!ofOneParty && <HeaderCell>Party</HeaderCell>}
          <HeaderCell>Cycle</HeaderCell>
          <HeaderCell align="end">Entries</HeaderCell>
          <HeaderCell align="end">Billed, {currency}</HeaderCell>
          <HeaderCell align="end">Closing balance</HeaderCell>
          <HeaderCell>Due</HeaderCell>
          <HeaderCell>State</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {statements.map((statement) => (
          <Row key={statement.number}>
            <Cell className="whitespace-nowrap">
              <TextLink href={`/billing/statements/${statement.number}`} prefetch={false}>
                {statement.number}
              </TextLink>
            </Cell>
            {!ofOneParty && (
              <Cell className="max-w-56 truncate">
                <TextLink href={`${partyAddress(statement.party)}/statements`} prefetch={false}>
                  {statement.party.name}
                </TextLink>
              </Cell>
            )}
            <Cell className="whitespace-nowrap">
              {shortDayText(statement.cycle_start)} – {shortDayText(statement.cycle_end)}
            </Cell>
            <Cell align="end">{statement.entries}</Cell>
            <Cell align="end">{statement.billed === undefined ? "hidden" : <Money amount={statement.billed} />}</Cell>
            <Cell align="end">{statement.closing === undefined ? "hidden" : <Money amount={statement.closing} />}</Cell>
            <Cell className="whitespace-nowrap">{shortDayText(statement.due_on)}</Cell>
            <Cell>
              <StatementState state={statement.state} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
