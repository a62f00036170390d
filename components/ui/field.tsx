"use client";

import { type ReactNode, useId } from "react";
import { FieldContext, joinIds } from "./field-context";
import { FieldMessage } from "./field-message";

type FieldProps = {
  label: ReactNode;
  children: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  info?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
  className?: string;
};

/** A label, one control and its messages. The control reads its attributes from context. */
export function Field({
  label,
  children,
  hint,
  error,
  info,
  required = false,
  hideLabel = false,
  className,
}: FieldProps) {
  const id = useId();
  const labelId = `${id}-label`;
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const control = { id, labelId, describedBy: joinIds(errorId, hintId), invalid: Boolean(error), required };

  return (
    <div className={className}>
      <div className={hideLabel ? "sr-only" : "mb-1 flex min-h-5 items-center gap-1"}>
        <label id={labelId} htmlFor={id} className="font-medium text-13">
          {label}
        </label>
        {info && <span className="-my-0.5 flex">{info}</span>}
      </div>
      <FieldContext value={control}>{children}</FieldContext>
      <FieldMessage id={errorId} tone="error">
        {error}
      </FieldMessage>
      <FieldMessage id={hintId} tone="hint">
        {hint}
      </FieldMessage>
    </div>
  );
}
