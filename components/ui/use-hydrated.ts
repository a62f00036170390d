"use client";

import { useSyncExternalStore } from "react";

/** False on the server and in the first render of the browser: for what only the browser can know. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}

const neverChanges = () => () => undefined;
