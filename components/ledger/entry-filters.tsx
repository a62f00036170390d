import { accountAddress } from "@/components/party/party-address";
import { FilterChoice } from "@/components/ui/filter-choice";
import { FilterForm } from "@/components/ui/filter-form";
import { FilterInput } from "@/components/ui/filter-input";
import type { Account } from "@/lib/ledger/contract/account";
import { type EntriesView, isFiltered } from "./entries-address";
import { kindText } from "./kind-text";

export function EntryFilters({ account, view }: { account: Account; view: EntriesView }) {
  const address = accountAddress(account.party);
  const kinds = account.kinds.map(({ kind }) => ({ value: kind, label: kindText(kind) }));
  const offers = account.offers.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <FilterForm
      key={JSON.stringify(view)}
      action={address}
      label="Filter the entries"
      all={isFiltered(view) ? address : null}
    >
      <FilterChoice label="Kind" name="kind" value={view.kind} all="All kinds" choices={kinds} />
      <FilterChoice label="Offer" name="offer_id" value={view.offer_id} all="All offers" choices={offers} />
      <FilterInput label="From" name="from" type="date" value={view.from} className="w-36" />
      <FilterInput label="To" name="to" type="date" value={view.to} className="w-36" />
      <FilterInput label="Call" name="call" type="text" value={view.call} className="w-32" placeholder="ID or UUID" />
    </FilterForm>
  );
}
