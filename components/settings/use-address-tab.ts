"use client";

import { useEffect, useState } from "react";

const TAB_NAMES = ["settings", "history", "try"] as const;
export type TabName = (typeof TAB_NAMES)[number];

/** The tab named by the URL fragment; a section's name opens the settings at that section. */
export function useAddressTab(): readonly [TabName, (tab: TabName) => void] {
  const [tab, setTab] = useState<TabName>("settings");

  useEffect(() => {
    function follow() {
      const name = window.location.hash.slice(1);
      setTab(TAB_NAMES.find((tab) => tab === name) ?? "settings");
      if (name) requestAnimationFrame(() => document.getElementById(name)?.scrollIntoView());
    }
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);

  function choose(next: TabName) {
    window.history.replaceState(null, "", `#${next}`);
    setTab(next);
  }
  return [tab, choose];
}
