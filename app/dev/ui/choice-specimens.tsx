"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { SelectInput } from "@/components/ui/select-input";
import { TimeZoneCombobox } from "@/components/ui/time-zone-combobox";
import type { ComboboxOption } from "@/components/ui/use-combobox";
import { LONG, Specimen, Specimens } from "./specimen";

const OPTIONS: ComboboxOption[] = [
  { value: "1", label: "Prairie Insurance", detail: "14 calls" },
  { value: "2", label: "Lakeside Legal" },
  { value: "3", label: LONG, detail: "2 calls" },
];
const CYCLES = [
  { value: "weekly", label: "Weekly" },
  { value: "monthly", label: "Monthly" },
] as const;

export function ChoiceSpecimens() {
  const [chosen, choose] = useState<ComboboxOption | null>(OPTIONS[0] ?? null);
  const [cycle, setCycle] = useState<"weekly" | "monthly">("weekly");
  const [zone, setZone] = useState("America/Denver");
  const combobox = { value: chosen, options: OPTIONS, onChange: choose, onSearch: () => {} };
  return (
    <Specimens title="Choices">
      <Specimen state="Checkbox: off, on, disabled, error, long text">
        <div className="space-y-2">
          <Checkbox label="Buyer Converted?" />
          <Checkbox label="Buyer Converted?" defaultChecked hint="Charged on the next rollup." />
          <Checkbox label="Buyer Converted?" defaultChecked disabled />
          <Checkbox label="Buyer Converted?" error="Enter a revenue first." />
          <Checkbox label={LONG} />
        </div>
      </Specimen>
      <Specimen state="Segmented">
        <Segmented legend="Cycle" choices={CYCLES} value={cycle} onChange={setCycle} />
      </Specimen>
      <Specimen state="Select: default, disabled, error">
        <div className="space-y-4">
          <Field label="Cycle">
            <SelectInput value={cycle} choices={CYCLES} onChange={setCycle} />
          </Field>
          <Field label="Cycle (disabled)">
            <SelectInput value={cycle} choices={CYCLES} onChange={setCycle} disabled />
          </Field>
          <Field label="Cycle (error)" error="Choose a cycle.">
            <SelectInput value={cycle} choices={CYCLES} onChange={setCycle} />
          </Field>
        </div>
      </Specimen>
      <Specimen state="Combobox: open it to see its options">
        <Field label="Buyer">
          <Combobox {...combobox} clearable more />
        </Field>
      </Specimen>
      <Specimen state="Combobox: loading, failed, no options">
        <div className="space-y-2">
          <Combobox {...combobox} value={null} aria-label="Loading" placeholder="Loading" options={[]} loading />
          <Combobox {...combobox} value={null} aria-label="Failed" placeholder="Failed" options={[]} failed />
          <Combobox {...combobox} value={null} aria-label="No options" placeholder="No options" options={[]} />
        </div>
      </Specimen>
      <Specimen state="Combobox: disabled, error, long text">
        <div className="space-y-2">
          <Combobox {...combobox} aria-label="Disabled" disabled />
          <Field label="Buyer" error="Choose a buyer.">
            <Combobox {...combobox} value={null} placeholder="Choose a buyer" />
          </Field>
          <Combobox {...combobox} aria-label="Long text" value={OPTIONS[2] ?? null} clearable />
        </div>
      </Specimen>
      <Specimen state="Time zone">
        <Field label="Time zone">
          <TimeZoneCombobox value={zone} onChange={setZone} />
        </Field>
      </Specimen>
    </Specimens>
  );
}
