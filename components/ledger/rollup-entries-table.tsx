import clsx from "clsx";
import { accountAddress } from "@/components/party/party-address";
import { Badge } from "@/components/ui/badge";
import { shortDayText } from "@/components/ui/day-text";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { Money } from "@/components/ui/money";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Rollup, RollupEntry } from "@/lib/ledger/contract/rollup";
import { DocumentLink } from "./document-link";
import { kindText } from "./kind-text";
import { signedAmount } from "./signed-amount";
import { StatementLink } from "./statement-link";

type RollupEntriesTableProps = { rollup: Rollup; entries: readonly RollupEntry[]; currency: string };

/** On a phone party, day and statement move under the kind. */
export function RollupEntriesTable({ rollup, entries, currency }: RollupEntriesTableProps) {
  const showsAmounts = entries.some(({ amount }) => amount !== undefined);
  return (
    <Table caption={`Entries of rollup ${rollup.id}`}>
      <thead>
        <tr>
          <HeaderCell>From</HeaderCell>
          <HeaderCell>Kind</HeaderCell>
          <HeaderCell className={WIDE}>Party</HeaderCell>
          {showsAmounts && <HeaderCell align="end">{currency}</HeaderCell>}
          <HeaderCell className={clsx("pl-6", WIDE)}>Booked</HeaderCell>
          <HeaderCell className={WIDE}>Statement</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <EntryOfRollup key={entry.id} entry={entry} showsAmounts={showsAmounts} />
        ))}
      </tbody>
    </Table>
  );
}

function EntryOfRollup({ entry, showsAmounts }: { entry: RollupEntry; showsAmounts: boolean }) {
  const { call_id, document_number, kind, party, amount, booked_on, correction, statement_number } = entry;
  return (
    <Row>
      <Cell className="whitespace-nowrap">
        {call_id !== null && (
          <TextLink href={`/calls/${call_id}`} prefetch={false}>
            Call {call_id}
          </TextLink>
        )}
        {party && document_number !== null && <DocumentLink party={party} number={document_number} />}
      </Cell>
      <Cell className="max-sm:w-full sm:whitespace-nowrap">
        <span className="font-medium">{kindText(kind)}</span>
        {correction && (
          <Badge tone="caution" className="ml-2">
            correction
          </Badge>
        )}
        {party && (
          <span className={FOLDED}>
            <PartyLink party={party} />
          </span>
        )}
        <span className={FOLDED}>
          {shortDayText(booked_on)}
          {party && (
            <>
              {", statement "}
              <StatementLink type={party.type} number={statement_number} />
            </>
          )}
        </span>
      </Cell>
      <Cell className={clsx("w-full min-w-36", WIDE)}>{party && <PartyLink party={party} />}</Cell>
      {showsAmounts && (
        <Cell align="end">
          {amount !== undefined && <Money amount={party ? signedAmount(kind, party.type, amount) : amount} />}
        </Cell>
      )}
      <Cell className={clsx("whitespace-nowrap pl-6", WIDE)}>{shortDayText(booked_on)}</Cell>
      <Cell className={clsx("whitespace-nowrap text-12", WIDE)}>
        {party && <StatementLink type={party.type} number={statement_number} />}
      </Cell>
    </Row>
  );
}

function PartyLink({ party }: { party: NonNullable<RollupEntry["party"]> }) {
  return (
    <TextLink href={accountAddress(party)} prefetch={false}>
      {party.name}
    </TextLink>
  );
}
