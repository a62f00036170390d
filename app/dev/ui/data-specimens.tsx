import { CodeBlock } from "@/components/ui/code-block";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { ExactTime } from "@/components/ui/exact-time";
import { Fact } from "@/components/ui/fact";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { LONG, Specimen, Specimens } from "./specimen";

const AT = "2026-11-23T17:42:05.000Z";
const DENVER = "America/Denver";
const ROWS = [
  { buyer: "Prairie Insurance", amount: "10.00" },
  { buyer: LONG, amount: "-1250.00" },
];

export function DataSpecimens() {
  return (
    <Specimens title="Data">
      <Specimen state="Table" wide>
        <Table caption="Calls">
          <thead>
            <tr>
              <HeaderCell>Started</HeaderCell>
              <HeaderCell>Buyer</HeaderCell>
              <HeaderCell>Status</HeaderCell>
              <HeaderCell align="end">Revenue</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {ROWS.map(({ buyer, amount }) => (
              <Row key={buyer}>
                <Cell className="whitespace-nowrap">
                  <RelativeTime at={AT} timeZone={DENVER} />
                </Cell>
                <Cell>{buyer}</Cell>
                <Cell>
                  <Status tone="positive">Converted</Status>
                </Cell>
                <Cell align="end">
                  <Money amount={amount} currency="USD" />
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </Specimen>
      <Specimen state="Table without rows" wide>
        <EmptyState title="No calls match">Clear the filters to see all calls.</EmptyState>
      </Specimen>
      <Specimen state="Facts">
        <dl className="space-y-2">
          <Fact label="Started">
            <ExactTime at={AT} timeZone={DENVER} />
          </Fact>
          <Fact label="External ID">
            <CopyId value="CA1234567890abcdef1234567890abcdef" />
          </Fact>
          <Fact label="Revenue">
            <Money amount="10.00" currency="USD" plus />
          </Fact>
          <Fact label="Offer">{LONG}</Fact>
        </dl>
      </Specimen>
      <Specimen state="Code">
        <CodeBlock title="curl" code={`curl -X PUT "https://callmark.test/api/v1/calls/1?${"x".repeat(60)}"`} copies />
      </Specimen>
    </Specimens>
  );
}
