"use client";

import { type ReactNode, useId } from "react";

type Choice<Value extends string> = { value: Value; label: ReactNode };
type SegmentedProps<Value extends string> = {
  legend: string;
  /** Hides the legend on screen where the context names it. */
  hidesLegend?: boolean;
  choices: readonly Choice<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
};

/** A radio group that looks like one control. */
export function Segmented<Value extends string>({
  legend,
  hidesLegend = false,
  choices,
  value,
  onChange,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className={hidesLegend ? "sr-only" : "mb-1 font-medium text-12 text-ink-muted"}>{legend}</legend>
      <div className="flex rounded-md border border-line-strong p-0.5">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex h-7 flex-1 items-center justify-center gap-1.5 rounded-sm px-2 text-12 text-ink-muted transition-colors hover:text-ink has-checked:bg-accent-tint has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:h-10"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              className="sr-only"
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
