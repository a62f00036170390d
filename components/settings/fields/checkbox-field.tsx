"use client";

import { type FieldPathByValue, useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import type { SettingsForm } from "../settings-form";

type CheckboxFieldProps = {
  name: FieldPathByValue<SettingsForm, boolean | undefined>;
  label: string;
  hint?: string;
};

export function CheckboxField({ name, label, hint }: CheckboxFieldProps) {
  const { field, fieldState } = useController<SettingsForm, typeof name>({ name });
  return (
    <Checkbox
      ref={field.ref}
      label={label}
      hint={hint}
      checked={field.value === true}
      error={fieldState.error?.message}
      onBlur={field.onBlur}
      onChange={(event) => field.onChange(event.target.checked)}
    />
  );
}
