"use client";

import { type UseFormReturn, useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { type CallForm, FIELD_LABELS } from "./call-form";

type FlagFieldProps = {
  form: UseFormReturn<CallForm>;
  name: "buyer_converted" | "offer_converted";
  disabled: boolean;
  /** Absent where it may not be read. */
  shown: boolean | undefined;
  tooltip?: string;
};

export function FlagField({ form, name, disabled, shown, tooltip }: FlagFieldProps) {
  const { field, fieldState } = useController({ control: form.control, name });
  if (shown === undefined) return null;
  return (
    <Checkbox
      ref={field.ref}
      label={FIELD_LABELS[name]}
      tooltip={tooltip}
      checked={field.value}
      disabled={disabled}
      error={fieldState.error?.message}
      onBlur={field.onBlur}
      onChange={(event) => field.onChange(event.target.checked)}
    />
  );
}
