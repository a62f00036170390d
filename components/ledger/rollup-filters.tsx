import { FilterChoice } from "@/components/ui/filter-choice";
import { FilterForm } from "@/components/ui/filter-form";
import { FilterInput } from "@/components/ui/filter-input";
import { ROLLUP_KINDS } from "@/lib/ledger/domain/rollup-kind";
import { ROLLUP_WORDS } from "./rollup-words";
import { type RollupsView, rollupsAddress } from "./rollups-address";

const KINDS = ROLLUP_KINDS.map((kind) => ({ value: kind, label: ROLLUP_WORDS[kind] }));

export function RollupFilters({ view: { kind, day } }: { view: RollupsView }) {
  return (
    <FilterForm
      key={`${kind} ${day}`}
      action={rollupsAddress({})}
      label="Filter the rollups"
      all={kind || day ? rollupsAddress({}) : null}
    >
      <FilterChoice label="Type" name="kind" value={kind} all="All types" choices={KINDS} />
      <FilterInput label="Day" name="day" type="date" value={day} className="w-36" />
    </FilterForm>
  );
}
