"use client";

import { useSyncExternalStore } from "react";

/** False on the server and during hydration, for values that only the browser knows. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}

const neverChanges = () => () => undefined;
