"use client";

import clsx from "clsx";
import { type ComponentProps, useId } from "react";
import { joinIds } from "./field-context";
import { TextInput } from "./text-input";

export type MoneyInputProps = Omit<ComponentProps<"input">, "type" | "inputMode"> & { currency: string };

export function MoneyInput({ currency, className, ...props }: MoneyInputProps) {
  const currencyId = useId();
  return (
    <div className={clsx("relative w-full", className)}>
      <span
        id={currencyId}
        className="pointer-events-none absolute inset-y-0 left-2 grid place-items-center text-12 text-ink-muted"
      >
        {currency}
      </span>
      <TextInput
        autoComplete="off"
        {...props}
        inputMode="decimal"
        aria-describedby={joinIds(props["aria-describedby"], currencyId)}
        className="pl-11 text-right tabular-nums"
      />
    </div>
  );
}
