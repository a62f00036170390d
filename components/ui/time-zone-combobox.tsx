"use client";

import { useState } from "react";
import { Combobox } from "./combobox";

const MOST = 50;

/** Lists the browser's zones. Needs a field around it as its label. */
export function TimeZoneCombobox({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const [search, setSearch] = useState<string | null>(null);
  const zones = search === null ? [] : zonesWith(search, value);
  return (
    <Combobox
      value={{ value, label: value }}
      options={zones.slice(0, MOST).map((zone) => ({ value: zone, label: zone }))}
      more={zones.length > MOST}
      placeholder="Search time zones"
      onSearch={setSearch}
      onChange={(option) => option && onChange(option.value)}
    />
  );
}

function zonesWith(search: string, chosen: string): string[] {
  const words = search.toLowerCase().replaceAll("_", " ").split(/\s+/);
  const zones = new Set([chosen, ...Intl.supportedValuesOf("timeZone"), "UTC"]);
  return [...zones].filter((zone) => words.every((word) => zone.toLowerCase().replaceAll("_", " ").includes(word)));
}
