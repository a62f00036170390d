import clsx from "clsx";
import { partyAddress } from "@/components/party/party-address";
import { shortDayText } from "@/components/ui/day-text";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { Money } from "@/components/ui/money";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { StatementSummary } from "@/lib/statement/contract/statement";
import { StatementState } from "./statement-state";

type StatementsTableProps = { statements: readonly StatementSummary[]; ofOneParty?: boolean };

/** On a phone party and cycle move under the number, the closing balance under the billed amount, the due date under the state. */
export function StatementsTable({ statements, ofOneParty = false }: StatementsTableProps) {
  const currency = statements[0]?.currency ?? "";
  return (
    <Table caption="Statements, newest first">
      <thead>
        <tr>
          <HeaderCell>Number</HeaderCell>
          {!ofOneParty && <HeaderCell className={WIDE}>Party</HeaderCell>}
          <HeaderCell className={WIDE}>Cycle</HeaderCell>
          <HeaderCell align="end" className={WIDE}>
            Entries
          </HeaderCell>
          <HeaderCell align="end" currency={currency}>
            Billed
          </HeaderCell>
          <HeaderCell align="end" className={WIDE}>
            Closing balance
          </HeaderCell>
          <HeaderCell className={clsx("pl-6", WIDE)}>Due</HeaderCell>
          <HeaderCell>State</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {statements.map((statement) => (
          <Row key={statement.number}>
            <Cell className="max-sm:w-full sm:whitespace-nowrap">
              <TextLink href={`/billing/statements/${statement.number}`} prefetch={false}>
                {statement.number}
              </TextLink>
              {!ofOneParty && (
                <span className={FOLDED}>
                  <PartyLink party={statement.party} />
                </span>
              )}
              <span className={FOLDED}>{cycleText(statement)}</span>
            </Cell>
            {!ofOneParty && (
              <Cell className={clsx("max-w-56 truncate", WIDE)}>
                <PartyLink party={statement.party} />
              </Cell>
            )}
            <Cell className={clsx("whitespace-nowrap", WIDE)}>{cycleText(statement)}</Cell>
            <Cell align="end" className={WIDE}>
              {statement.entries}
            </Cell>
            <Cell align="end">
              <Amount amount={statement.billed} />
              <span className={clsx(FOLDED, "whitespace-nowrap")}>
                closing <Amount amount={statement.closing} />
              </span>
            </Cell>
            <Cell align="end" className={WIDE}>
              <Amount amount={statement.closing} />
            </Cell>
            <Cell className={clsx("whitespace-nowrap pl-6", WIDE)}>{shortDayText(statement.due_on)}</Cell>
            <Cell>
              <StatementState state={statement.state} />
              {(statement.state === "due" || statement.state === "overdue") && (
                <span className={clsx(FOLDED, "whitespace-nowrap")}>{shortDayText(statement.due_on)}</span>
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function PartyLink({ party }: Pick<StatementSummary, "party">) {
  return (
    <TextLink href={`${partyAddress(party)}/statements`} prefetch={false}>
      {party.name}
    </TextLink>
  );
}

function Amount({ amount }: { amount: string | undefined }) {
  return amount === undefined ? "hidden" : <Money amount={amount} />;
}

function cycleText({ cycle_start, cycle_end }: StatementSummary): string {
  return `${shortDayText(cycle_start)} – ${shortDayText(cycle_end)}`;
}
