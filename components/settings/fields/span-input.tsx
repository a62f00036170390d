"use client";

import { useState } from "react";
import { FieldContext } from "@/components/ui/field-context";
import { SelectInput } from "@/components/ui/select-input";
import { NumberInput } from "./number-input";

const UNITS = [
  { value: "86400", label: "days" },
  { value: "3600", label: "hours" },
  { value: "60", label: "minutes" },
  { value: "1", label: "seconds" },
] as const;
type Unit = (typeof UNITS)[number]["value"];

type SpanInputProps = { seconds: number; onChange: (seconds: number) => void };

export function SpanInput({ seconds, onChange }: SpanInputProps) {
  const [unit, setUnit] = useState<Unit>(() => largestUnit(seconds));
  return (
    <span className="flex gap-1.5">
      <NumberInput
        className="w-16"
        value={seconds / Number(unit)}
        onChange={(count) => onChange(count * Number(unit))}
      />
      {/* The field's label belongs to the number. */}
      <FieldContext value={null}>
        <SelectInput
          aria-label="Unit of time"
          className="w-28"
          value={unit}
          choices={UNITS}
          onChange={(next) => {
            setUnit(next);
            onChange((seconds / Number(unit)) * Number(next));
          }}
        />
      </FieldContext>
    </span>
  );
}

function largestUnit(seconds: number): Unit {
  return UNITS.find(({ value }) => seconds >= Number(value) && seconds % Number(value) === 0)?.value ?? "1";
}
