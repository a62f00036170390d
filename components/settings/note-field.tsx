"use client";

import { useController } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { SettingsForm } from "./settings-form";

export function NoteField({ formId }: { formId: string }) {
  const { field, fieldState } = useController<SettingsForm, "note">({ name: "note" });
  return (
    <Field label="Reason (optional)" hideLabel error={fieldState.error?.message} className="w-48 sm:w-64">
      <TextInput
        form={formId}
        autoComplete="off"
        maxLength={500}
        placeholder="Reason, shown in the history"
        value={field.value}
        onChange={field.onChange}
      />
    </Field>
  );
}
