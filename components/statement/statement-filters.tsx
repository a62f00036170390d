import { FilterChoice } from "@/components/ui/filter-choice";
import { FilterForm } from "@/components/ui/filter-form";
import { FilterInput } from "@/components/ui/filter-input";
import { isFiltered, type StatementsView, statementsAddress } from "./statements-address";

const TYPES = [
  { value: "buyer", label: "Invoices" },
  { value: "traffic_source", label: "Payout statements" },
];

export function StatementFilters({ view }: { view: StatementsView }) {
  const { q, type, month, ...others } = view;
  return (
    <FilterForm
      key={JSON.stringify(view)}
      action="/billing/statements"
      label="Filter the statements"
      all={isFiltered(view) ? statementsAddress({}) : null}
      hidden={others}
    >
      <FilterInput
        label="Buyer or traffic source"
        name="q"
        type="search"
        value={q}
        className="w-full sm:w-48"
        placeholder="Name"
        maxLength={100}
      />
      <FilterChoice label="Type" name="type" value={type} all="All types" choices={TYPES} />
      <FilterInput
        label="Cycle ends in"
        name="month"
        type="month"
        value={month}
        className="w-36"
        placeholder="2026-10"
      />
    </FilterForm>
  );
}
