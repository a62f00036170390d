"use client";

import { createContext, useContext } from "react";
import type { Owner } from "@/lib/settings/client";

export type SettingsContextValue = {
  readonly owner: Owner;
  readonly currency: string;
  readonly timeZone: string;
  /** Names of offers or traffic sources with their own price, by ID. */
  readonly names: ReadonlyMap<number, string>;
  readonly rememberName: (id: number, name: string) => void;
};

export const SettingsContext = createContext<SettingsContextValue | null>(null);

export function useSettingsContext(): SettingsContextValue {
  const value = useContext(SettingsContext);
  if (!value) throw new Error("useSettingsContext must be used inside a settings page.");
  return value;
}
