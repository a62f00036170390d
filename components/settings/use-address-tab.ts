"use client";

import { useEffect, useState } from "react";

export type TabName = "settings" | "history" | "try";

/** The tab that the part of the address behind # names; a section's name leads to the settings and to that section. */
export function useAddressTab(): readonly [TabName, (tab: TabName) => void] {
  const [tab, setTab] = useState<TabName>("settings");

  useEffect(() => {
    function follow() {
      const name = window.location.hash.slice(1);
      setTab(name === "history" || name === "try" ? name : "settings");
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
