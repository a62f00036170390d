"use client";

import { useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { useErrorAt } from "../use-error-at";

type TimeZoneFieldProps = { path: string; value: string; onChange: (zone: string) => void };

const MOST = 50;

/** One of the zones the browser knows, found by any part of its name. */
export function TimeZoneField({ path, value, onChange }: TimeZoneFieldProps) {
  const [search, setSearch] = useState<string | null>(null);
  const found = search === null ? [] : zonesWith(search, value);
  return (
    <Field label="Time zone" error={useErrorAt(path)} className="w-64 max-w-full">
      <Combobox
        value={{ value, label: value }}
        options={found.slice(0, MOST).map((zone) => ({ value: zone, label: zone }))}
        more={found.length > MOST}
        placeholder="Type to find a zone"
        onSearch={setSearch}
        onChange={(option) => option && onChange(option.value)}
      />
    </Field>
  );
}

function zonesWith(search: string, chosen: string): string[] {
  const words = search.toLowerCase().split(/\s+/);
  const zones = new Set([chosen, ...Intl.supportedValuesOf("timeZone"), "UTC"]);
  return [...zones].filter((zone) => {
    const name = zone.toLowerCase().replaceAll("_", " ");
    return words.every((word) => name.includes(word) || zone.toLowerCase().includes(word));
  });
}
