"use client";

import { createContext, useContext } from "react";
import type { Level } from "@/lib/access/domain/access";
import type { Owner } from "@/lib/settings/client";

export type SettingsContextValue = {
  readonly owner: Owner;
  readonly currency: string;
  readonly timeZone: string;
  /** Prices and the amounts of rules and limits take the permission of revenue or payout. */
  readonly amounts: Level;
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
