import { kindText } from "@/components/ledger/kind-text";
import { shortDayText } from "@/components/ui/day-text";
import { Money } from "@/components/ui/money";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Statement } from "@/lib/statement/contract/statement";

type SumsTableProps = Pick<
  Statement,
  "party" | "lines" | "taxes" | "opening" | "billed" | "carried" | "closing" | "currency" | "due_on"
>;

export function SumsTable(statement: SumsTableProps) {
  const { party, lines, taxes, opening = "", billed = "", carried, closing = "", currency, due_on } = statement;
  return (
    <Table caption="Summary by kind and offer">
      <thead>
        <tr>
          <HeaderCell>Summary</HeaderCell>
          <HeaderCell align="end">Entries</HeaderCell>
          <HeaderCell align="end">{currency}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        <Row>
          <Cell>Opening balance</Cell>
          <Cell />
          <Cell align="end">
            <Money amount={opening} />
          </Cell>
        </Row>
        {lines.map(({ kind, offer, entries, amount }) => (
          <Row key={`${kind} ${offer?.id}`}>
            <Cell className="first-letter:uppercase">
              {kindText(kind)}
              {offer && `, ${offer.name}`}
            </Cell>
            <Cell align="end">{entries}</Cell>
            <Cell align="end">
              <Money amount={amount} />
            </Cell>
          </Row>
        ))}
        {taxes.map(({ name, percent, net, amount, takes_back }) => (
          <Row key={`${name} ${percent} ${takes_back}`}>
            <Cell>
              {name}, {percent} % of <Money amount={net} />
              {takes_back && (
                <>
                  {party.type === "buyer" ? ", credits of " : ", clawbacks of "}
                  <TextLink href={`/billing/statements/${takes_back}`}>{takes_back}</TextLink>
                </>
              )}
            </Cell>
            <Cell />
            <Cell align="end">
              <Money amount={amount} />
            </Cell>
          </Row>
        ))}
        <Row>
          <Cell>Billed by this statement, due on {shortDayText(due_on)}</Cell>
          <Cell />
          <Cell align="end">
            <Money amount={billed} />
          </Cell>
        </Row>
        <Row>
          <Cell>Carried over from before: opening balance less what was paid</Cell>
          <Cell />
          <Cell align="end">
            <Money amount={carried} />
          </Cell>
        </Row>
        <Row className="font-semibold">
          <Cell>Closing balance</Cell>
          <Cell />
          <Cell align="end">
            <Money amount={closing} />
          </Cell>
        </Row>
      </tbody>
    </Table>
  );
}
