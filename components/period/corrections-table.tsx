import { DocumentLink } from "@/components/ledger/document-link";
import { kindText } from "@/components/ledger/kind-text";
import { signedAmount } from "@/components/ledger/signed-amount";
import { accountAddress } from "@/components/party/party-address";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { dayText, monthText } from "@/lib/base/month";
import type { Correction } from "@/lib/period/contract";
import { periodAddress } from "./period-address";

type CorrectionsTableProps = { corrections: readonly Correction[]; currency: string; timeZone: string };

/** On a phone the party moves under the kind. */
export function CorrectionsTable({ corrections, currency, timeZone }: CorrectionsTableProps) {
  return (
    <Table caption="Corrections">
      <thead>
        <tr>
          <HeaderCell>For</HeaderCell>
          <HeaderCell>Kind</HeaderCell>
          <HeaderCell className={WIDE}>Party</HeaderCell>
          <HeaderCell align="end">{currency}</HeaderCell>
          <HeaderCell className="pl-6">Booked in</HeaderCell>
          <HeaderCell>Corrects</HeaderCell>
          <HeaderCell>Reason</HeaderCell>
          <HeaderCell>Posted</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {corrections.map((correction) => (
          <Row key={correction.id}>
            <Cell className="whitespace-nowrap">
              <About correction={correction} />
            </Cell>
            <Cell className="sm:whitespace-nowrap">
              <span className="font-medium">{kindText(correction.kind)}</span>
              <span className={FOLDED}>
                <PartyLink party={correction.party} />
              </span>
            </Cell>
            <Cell className={WIDE}>
              <PartyLink party={correction.party} />
            </Cell>
            <Cell align="end">
              {correction.amount !== undefined && (
                <Money amount={signedAmount(correction.kind, correction.party.type, correction.amount)} />
              )}
            </Cell>
            <Cell className="whitespace-nowrap pl-6">
              <TextLink href={periodAddress(correction.period)} prefetch={false}>
                {monthText(correction.period)}
              </TextLink>
            </Cell>
            <Cell className="whitespace-nowrap">{corrected(correction)}</Cell>
            <Cell className="min-w-40 text-ink-muted">
              {correction.reason ?? correction.mechanism?.replaceAll("_", " ")}
            </Cell>
            <Cell className="whitespace-nowrap text-12 text-ink-muted">
              rollup {correction.rollup_id}, <RelativeTime at={correction.posted_at} timeZone={timeZone} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function PartyLink({ party }: Pick<Correction, "party">) {
  return (
    <TextLink href={accountAddress(party)} prefetch={false}>
      {party.name}
    </TextLink>
  );
}

const DOCUMENT_ENTRY = /^document-([0-9]+)-/;

function About({ correction: { call_id, party, service_date, id } }: { correction: Correction }) {
  if (call_id === null) {
    const number = DOCUMENT_ENTRY.exec(id)?.[1];
    return (
      <>
        {number && <DocumentLink party={party} number={Number(number)} />}
        <span className="ml-2 text-12 text-ink-muted">{dayText(service_date)}</span>
      </>
    );
  }
  return (
    <>
      <TextLink href={`/calls/${call_id}`} prefetch={false}>
        Call {call_id}
      </TextLink>
      <span className="ml-2 text-12 text-ink-muted">{dayText(service_date)}</span>
    </>
  );
}

function corrected({ corrects }: Correction): string {
  if (!corrects) return "new entry";
  const kind = corrects.id.split("-").at(-1)?.replaceAll("_", " ") ?? "entry";
  return `${kind} of ${monthText(corrects.period)}`;
}
