import { Countdown } from "@/components/ui/countdown";
import { FilterChoice } from "@/components/ui/filter-choice";
import { FilterForm } from "@/components/ui/filter-form";
import { FilterInput } from "@/components/ui/filter-input";
import { LONG, Specimen, Specimens } from "./specimen";

const CHOICES = [
  { value: "1", label: "Prairie Insurance" },
  { value: "2", label: LONG },
];

export function FilterSpecimens() {
  return (
    <Specimens title="Filters">
      <Specimen state="Without a filter" wide>
        <FilterForm action="/dev/ui" label="Calls" all={null}>
          <FilterInput
            label="Search"
            name="search"
            type="search"
            value={undefined}
            className="w-48"
            placeholder="Caller"
          />
          <FilterChoice label="Buyer" name="buyer" value={undefined} all="All buyers" choices={CHOICES} />
          <FilterInput label="From" name="from" type="date" value={undefined} className="w-40" />
        </FilterForm>
      </Specimen>
      <Specimen state="With filters, one of them long" wide>
        <FilterForm action="/dev/ui" label="Chosen calls" all="/dev/ui">
          <FilterInput label="Search" name="search" type="search" value={LONG} className="w-48" />
          <FilterChoice label="Buyer" name="buyer" value="2" all="All buyers" choices={CHOICES} />
          <FilterInput label="From" name="from" type="date" value="2026-11-23" className="w-40" />
        </FilterForm>
      </Specimen>
      <Specimen state="Countdown: to a day, and over">
        <p className="space-x-4">
          <Countdown until="2099-12-31T00:00:00Z" />
          <Countdown until="2026-01-01T00:00:00Z" />
        </p>
      </Specimen>
    </Specimens>
  );
}
