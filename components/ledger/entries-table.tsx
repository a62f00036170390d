import { HeaderCell, Table } from "@/components/ui/table";
import type { AccountEntry, AccountParty } from "@/lib/ledger/contract/account";
import { EntryRow } from "./entry-row";

type EntriesTableProps = {
  party: AccountParty;
  entries: readonly AccountEntry[];
  currency: string;
  timeZone: string;
};

export function EntriesTable({ party, entries, currency, timeZone }: EntriesTableProps) {
  const showsBalance = entries.some(({ balance }) => balance !== null);
  return (
    <Table caption={`Entries of ${party.name}, newest first`}>
      <thead>
        <tr>
          <HeaderCell>Booked</HeaderCell>
          <HeaderCell>Kind</HeaderCell>
          <HeaderCell className="max-sm:hidden">For</HeaderCell>
          <HeaderCell align="end">
            {currency}
            {showsBalance && <span className="block font-normal sm:hidden">balance</span>}
          </HeaderCell>
          {showsBalance && (
            <HeaderCell align="end" className="max-sm:hidden">
              Balance
            </HeaderCell>
          )}
          <HeaderCell className="max-sm:hidden">Statement</HeaderCell>
          <HeaderCell className="max-sm:hidden">Rollup</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <EntryRow key={entry.id} party={party} entry={entry} showsBalance={showsBalance} timeZone={timeZone} />
        ))}
      </tbody>
    </Table>
  );
}
