"use client";

import type { ComponentProps } from "react";
import { TextArea } from "@/components/ui/text-area";
import { useTypedText } from "./use-typed-text";

type LinesInputProps = Omit<ComponentProps<"textarea">, "value" | "onChange"> & {
  value: readonly string[];
  onChange: (value: string[]) => void;
};

const MOST_ROWS = 6;

/** One text per line; empty lines are left out. */
export function LinesInput({ value, onChange, ...props }: LinesInputProps) {
  const { text, setTyped } = useTypedText(value, show, read);
  return (
    <TextArea
      {...props}
      rows={Math.min(Math.max(text.split("\n").length, 2), MOST_ROWS)}
      spellCheck={false}
      value={text}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(read(event.target.value));
      }}
      className="block resize-y"
    />
  );
}

function show(lines: readonly string[]): string {
  return lines.join("\n");
}

function read(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
