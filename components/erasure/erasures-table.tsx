import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { ExactTime } from "@/components/ui/exact-time";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { Erasure } from "@/lib/erasure/contract";

const DIGITS_SHOWN = 10;

export function ErasuresTable({ erasures, timeZone }: { erasures: readonly Erasure[]; timeZone: string }) {
  return (
    <Section title="Erasures">
      {erasures.length === 0 ? (
        <EmptyState title="No erasures yet">
          <p>Each erasure appears here with its time and number of calls, never the phone number.</p>
        </EmptyState>
      ) : (
        <Table caption="Erasures, newest first">
          <thead>
            <tr>
              <HeaderCell>Time</HeaderCell>
              <HeaderCell className="w-full">Scope</HeaderCell>
              <HeaderCell align="end">Calls</HeaderCell>
              <HeaderCell>By</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {erasures.map((erasure) => (
              <Row key={erasure.id}>
                <Cell className="whitespace-nowrap">
                  <ExactTime at={erasure.erased_at} timeZone={timeZone} />
                </Cell>
                <Cell className="whitespace-nowrap">
                  {erasure.caller_hash === null ? (
                    <>
                      calls that started before{" "}
                      {erasure.started_before && <ExactTime at={erasure.started_before} timeZone={timeZone} />}
                    </>
                  ) : (
                    <>
                      one caller, hash{" "}
                      <CopyId value={erasure.caller_hash} label="Copy hash">
                        {erasure.caller_hash.slice(0, DIGITS_SHOWN)}…
                      </CopyId>
                    </>
                  )}
                </Cell>
                <Cell align="end">{erasure.calls.toLocaleString("en-US")}</Cell>
                <Cell className="whitespace-nowrap">{erasure.by}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
