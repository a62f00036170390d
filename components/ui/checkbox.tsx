"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { joinIds } from "./field-context";
import { FieldMessage } from "./field-message";

export type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  info?: ReactNode;
};

export function Checkbox({ label, hint, error, info, className, ...props }: CheckboxProps) {
  const ownId = useId();
  const id = props.id ?? ownId;
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;

  return (
    <div className={className}>
      <div className="flex items-center gap-1">
        <label className="flex min-h-6 items-center gap-2 font-medium has-disabled:text-ink-muted pointer-coarse:min-h-10">
          <span className="relative grid size-4 shrink-0 place-items-center">
            <input
              {...props}
              id={id}
              type="checkbox"
              aria-invalid={error ? true : props["aria-invalid"]}
              aria-describedby={joinIds(props["aria-describedby"], errorId, hintId)}
              className={clsx(
                "peer size-4 appearance-none rounded-sm border border-line-strong bg-raised transition-colors",
                "hover:border-ink-muted checked:border-accent checked:bg-accent aria-invalid:border-negative",
                "disabled:border-line disabled:bg-sunken disabled:checked:border-transparent disabled:checked:bg-neutral",
                "forced-colors:appearance-auto",
              )}
            />
            <Check
              aria-hidden="true"
              strokeWidth={3.5}
              className="pointer-events-none absolute size-3 text-on-accent opacity-0 peer-checked:opacity-100 peer-disabled:text-page forced-colors:hidden"
            />
          </span>
          <span>{label}</span>
        </label>
        {info}
      </div>
      <div className="pl-6">
        <FieldMessage id={errorId} tone="error">
          {error}
        </FieldMessage>
        <FieldMessage id={hintId} tone="hint">
          {hint}
        </FieldMessage>
      </div>
    </div>
  );
}
