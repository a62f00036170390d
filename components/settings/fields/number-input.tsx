"use client";

import clsx from "clsx";
import type { ComponentProps } from "react";
import { TextInput } from "@/components/ui/text-input";
import { useTypedText } from "./use-typed-text";

type NumberInputProps = Omit<ComponentProps<typeof TextInput>, "value" | "onChange"> & {
  /** NaN while the input is not a number. */
  value: number;
  unit?: string;
  onChange: (value: number) => void;
};

export function NumberInput({ value, unit, onChange, className, ...props }: NumberInputProps) {
  const { text, setTyped } = useTypedText(value, show, read);
  return (
    <span className={clsx("flex items-center gap-1.5", className)}>
      <TextInput
        {...props}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(read(event.target.value));
        }}
        className="text-right tabular-nums"
      />
      {unit && <span className="shrink-0 text-13 text-ink-muted">{unit}</span>}
    </span>
  );
}

function show(value: number): string {
  return Number.isFinite(value) ? String(value) : "";
}

function read(text: string): number {
  return /^\s*[0-9]{1,15}\s*$/.test(text) ? Number(text) : Number.NaN;
}
