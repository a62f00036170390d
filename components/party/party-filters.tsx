import { FilterChoice } from "@/components/ui/filter-choice";
import { FilterForm } from "@/components/ui/filter-form";
import { FilterInput } from "@/components/ui/filter-input";
import type { PartyKind } from "@/lib/party/domain/party-kind";
import type { PartiesView } from "./parties-address";
import { PARTY_PATH } from "./party-address";
import { PARTY_WORDS } from "./party-words";

const STATES = [
  { value: "archived", label: "Archived" },
  { value: "all", label: "Active and archived" },
];
const SORTS = [{ value: "newest", label: "Newest first" }];

export function PartyFilters({ kind, view }: { kind: PartyKind; view: PartiesView }) {
  const { search, state, sort } = view;
  const { many } = PARTY_WORDS[kind];
  const isFiltered = search !== "" || state !== "active" || sort !== "name";
  return (
    <FilterForm
      key={JSON.stringify(view)}
      action={PARTY_PATH[kind]}
      label={`Filter the ${many}`}
      all={isFiltered ? PARTY_PATH[kind] : null}
    >
      <FilterInput label={`Search ${many}`} name="q" type="search" value={search} className="w-60" maxLength={100} />
      <FilterChoice label="State" name="state" value={state === "active" ? "" : state} all="Active" choices={STATES} />
      <FilterChoice label="Sort" name="sort" value={sort === "name" ? "" : sort} all="By name" choices={SORTS} />
    </FilterForm>
  );
}
