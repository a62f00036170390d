import { kindText } from "@/components/billing/kind-text";
import { Money } from "@/components/ui/money";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { Statement } from "@/lib/contracts/statements";

type SumsTableProps = Pick<Statement, "lines" | "taxes" | "opening" | "closing" | "currency">;

/** From the opening balance over lines and taxes to the closing balance. */
export function SumsTable({ lines, taxes, opening = "", closing = "", currency }: SumsTableProps) {
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
        {taxes.map(({ name, percent, net, amount }) => (
          <Row key={`${name} ${percent}`}>
            <Cell>
              {name}, {percent} % of <Money amount={net} />
            </Cell>
            <Cell />
            <Cell align="end">
              <Money amount={amount} />
            </Cell>
          </Row>
        ))}
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
