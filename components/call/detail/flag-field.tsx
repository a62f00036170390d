"use client";

import { useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { FIELD_LABELS } from "./call-form";
import type { CallEditor } from "./use-call-editor";

type FlagFieldProps = {
  editor: CallEditor;
  name: "buyer_converted" | "offer_converted";
  disabled: boolean;
  /** Undefined when the role can't read it. */
  shown: boolean | undefined;
  tooltip?: string;
};

export function FlagField({ editor: { form, errors }, name, disabled, shown, tooltip }: FlagFieldProps) {
  const { field } = useController({ control: form.control, name });
  if (shown === undefined) return null;
  return (
    <Checkbox
      ref={field.ref}
      label={FIELD_LABELS[name]}
      tooltip={tooltip}
      checked={field.value}
      disabled={disabled}
      error={errors[name]}
      onBlur={field.onBlur}
      onChange={(event) => field.onChange(event.target.checked)}
    />
  );
}
