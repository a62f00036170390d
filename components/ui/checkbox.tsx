"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { CheckboxBox } from "./checkbox-box";
import { joinIds } from "./field-context";
import { FieldMessage } from "./field-message";
import { HoverText } from "./hover-text";
import { InfoTip } from "./info-tip";

export type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  label: string;
  /** Explains the label on hover, focus and touch, and to screen readers. */
  tooltip?: string;
  hint?: ReactNode;
  error?: ReactNode;
};

export function Checkbox({ label, tooltip, hint, error, className, ...props }: CheckboxProps) {
  const ownId = useId();
  const id = props.id ?? ownId;
  const tooltipId = tooltip && `${id}-tooltip`;
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;

  const labelled = (
    <label
      htmlFor={id}
      className="flex items-start gap-2 py-0.5 font-medium has-disabled:text-ink-muted pointer-coarse:py-2.5"
    >
      <CheckboxBox
        {...props}
        id={id}
        className="mt-0.5"
        aria-invalid={error ? true : props["aria-invalid"]}
        aria-describedby={joinIds(props["aria-describedby"], errorId, tooltipId, hintId)}
      />
      {label}
    </label>
  );

  return (
    <div className={className}>
      <div className="flex items-center gap-1">
        {tooltip ? (
          <>
            <HoverText text={tooltip} onTouch={false}>
              {labelled}
            </HoverText>
            <span id={tooltipId} hidden>
              {tooltip}
            </span>
            {/* The checkbox describes itself to keyboard users, so the icon is not a tab stop. */}
            <InfoTip about="this box" text={tooltip} tabIndex={-1} />
          </>
        ) : (
          labelled
        )}
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
