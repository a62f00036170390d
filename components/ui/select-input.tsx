"use client";

import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { useFieldControl } from "./field-context";

type SelectInputProps<Value extends string> = Omit<ComponentProps<"select">, "onChange" | "value" | "children"> & {
  value: Value;
  choices: readonly { readonly value: Value; readonly label: string }[];
  onChange: (value: Value) => void;
};

export function SelectInput<Value extends string>({
  value,
  choices,
  onChange,
  className,
  ...props
}: SelectInputProps<Value>) {
  const wiring = useFieldControl(props);
  return (
    <span className={clsx("relative block", className)}>
      <select
        {...props}
        {...wiring}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        // CSS counts a select as read-only, which would gray it out.
        className={clsx(
          controlClass,
          "appearance-none truncate pr-7 not-disabled:bg-raised! not-disabled:not-aria-invalid:border-line-strong!",
        )}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-2 my-auto size-3.5 text-ink-muted"
      />
    </span>
  );
}
