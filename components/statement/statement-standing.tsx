import { DocumentLink } from "@/components/ledger/document-link";
import { kindText } from "@/components/ledger/kind-text";
import { accountAddress } from "@/components/party/party-address";
import { shortDayText } from "@/components/ui/day-text";
import { Fact } from "@/components/ui/fact";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Statement } from "@/lib/statement/contract/statement";
import { StatementState } from "./statement-state";

export function StatementStanding({ statement }: { statement: Statement }) {
  const { party, currency, state, due_on, billed = "", allocated = "", open, allocations } = statement;
  return (
    <Section title="Payment status" aside={<TextLink href={`${accountAddress(party)}/documents`}>Payments</TextLink>}>
      <div className="mb-3 grid max-w-2xl grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        <Fact label="Status">
          <StatementState state={state} />
          {(state === "due" || state === "overdue") && (
            <span className="block text-12 text-ink-muted">
              {state === "due" ? "on" : "since"} {shortDayText(due_on)}
            </span>
          )}
          {state === "nothing_to_pay" && Number(open) > 0 && (
            <span className="block text-12 text-ink-muted">covered by a credit carried over</span>
          )}
        </Fact>
        <Fact label="Billed">
          <Money amount={billed} currency={currency} />
        </Fact>
        <Fact label="Settled">
          <Money amount={allocated} currency={currency} />
        </Fact>
        <Fact label={open.startsWith("-") ? "Open credit" : "Open"}>
          <Money amount={open} currency={currency} className="font-semibold" />
        </Fact>
      </div>
      {allocations.length === 0 ? (
        <p className="text-13 text-ink-muted">No payments applied yet.</p>
      ) : (
        <Settlements statement={statement} />
      )}
    </Section>
  );
}

function Settlements({ statement: { party, currency, allocations } }: { statement: Statement }) {
  return (
    <Table caption="Payments applied" className="max-w-2xl">
      <thead>
        <tr>
          <HeaderCell>Date</HeaderCell>
          <HeaderCell align="end">{currency}</HeaderCell>
          <HeaderCell className="pl-6">Document</HeaderCell>
          <HeaderCell className={WIDE}>Reference</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {allocations.map(({ document, kind, dated, reference, amount }) => (
          <Row key={document}>
            <Cell className="whitespace-nowrap">{shortDayText(dated)}</Cell>
            <Cell align="end">
              <Money amount={amount} />
            </Cell>
            <Cell className="whitespace-nowrap pl-6">
              {kindText(kind)}, <DocumentLink party={party} number={document} />
              <span className={`${FOLDED} whitespace-normal break-words`}>{reference}</span>
            </Cell>
            <Cell className={`w-full min-w-32 break-words ${WIDE}`}>{reference}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
