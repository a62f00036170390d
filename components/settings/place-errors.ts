import type { FieldPath, UseFormReturn } from "react-hook-form";
import { fieldOf, type SettingsForm } from "./settings-form";

const ON_THE_PAGE = /^(note|settings\..+|prices\..+|payouts\..+)$/;

/** Sets the server's messages on their fields; returns messages without a field. */
export function placeErrors(form: UseFormReturn<SettingsForm>, errors: Readonly<Record<string, string>>): string[] {
  const loose: string[] = [];
  for (const [path, message] of Object.entries(errors)) {
    if (ON_THE_PAGE.test(path)) {
      form.setError(fieldOf(path, form.getValues()) as FieldPath<SettingsForm>, { type: "server", message });
    } else {
      loose.push(`${path}: ${message}`);
    }
  }
  return loose;
}
