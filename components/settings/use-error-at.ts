"use client";

import { get, useFormState } from "react-hook-form";
import type { SettingsForm } from "./settings-form";

/** The error of the field at a path such as "settings.rules.0.name". */
export function useErrorAt(path: string): string | undefined {
  const { errors } = useFormState<SettingsForm>();
  return messageOf(get(errors, path));
}

export function useHasErrorBelow(path: string): boolean {
  const { errors } = useFormState<SettingsForm>();
  return Boolean(get(errors, path));
}

function messageOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("message" in error && typeof error.message === "string") return error.message;
  return "root" in error ? messageOf(error.root) : undefined;
}
