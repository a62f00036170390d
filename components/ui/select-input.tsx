"use client";

import type { ComponentProps } from "react";
import { useFieldControl } from "./field-context";
import { SelectBox } from "./select-box";

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
    <SelectBox
      {...props}
      {...wiring}
      boxClassName={className}
      choices={choices}
      value={value}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
      // CSS counts a select as read-only, which would gray it out.
      className="not-disabled:bg-raised! not-disabled:not-aria-invalid:border-line-strong!"
    />
  );
}
