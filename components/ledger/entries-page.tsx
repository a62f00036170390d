import { EmptyState } from "@/components/ui/empty-state";
import { OlderPages } from "@/components/ui/older-pages";
import { Section } from "@/components/ui/section";
import type { Account, AccountEntry } from "@/lib/ledger/contract/account";
import { type EntriesView, entriesAddress, entriesFileAddress, isFiltered } from "./entries-address";
import { EntriesTable } from "./entries-table";
import { EntryFilters } from "./entry-filters";
import { PendingEntries } from "./pending-entries";

type EntriesPageProps = {
  account: Account;
  view: EntriesView;
  entries: readonly AccountEntry[];
  nextCursor: string | null;
  timeZone: string;
};

export function EntriesPage({ account, view, entries, nextCursor, timeZone }: EntriesPageProps) {
  const { cursor, ...filters } = view;
  const { party, currency } = account;
  const filtered = isFiltered(view);
  return (
    <>
      {!filtered && cursor === undefined && <PendingEntries account={account} />}
      <Section
        title="Entries"
        aside={
          <a
            href={entriesFileAddress(party, view)}
            download
            className="rounded-sm text-accent underline decoration-from-font underline-offset-3 hover:text-accent-strong"
          >
            {filtered ? "Download filtered CSV" : "Download CSV"}
          </a>
        }
      >
        <EntryFilters account={account} view={filters} />
        {entries.length > 0 ? (
          <EntriesTable party={party} entries={entries} currency={currency} timeZone={timeZone} />
        ) : (
          <NoEntries filtered={filtered} />
        )}
        <OlderPages
          first={cursor === undefined ? null : { href: entriesAddress(party, filters), label: "Newest" }}
          next={
            nextCursor === null
              ? null
              : { href: entriesAddress(party, { ...filters, cursor: nextCursor }), label: "Older" }
          }
        />
      </Section>
    </>
  );
}

function NoEntries({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState title="No matching entries">
      <p>Change the filters, or choose “Clear filters”.</p>
    </EmptyState>
  ) : (
    <EmptyState title="No entries yet">
      <p>Entries appear after the first rollup with a converted call, or when you record a payment.</p>
    </EmptyState>
  );
}
