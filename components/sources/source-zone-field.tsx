"use client";

import { useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";

type SourceZoneFieldProps = { value: string; error?: string | null | undefined; onChange: (zone: string) => void };

const MOST = 50;

/** In whose wall-clock time the maker writes. */
export function SourceZoneField({ value, error, onChange }: SourceZoneFieldProps) {
  const [search, setSearch] = useState<string | null>(null);
  const found = search === null ? [] : zonesWith(search, value);
  return (
    <Field label="Time zone" error={error} hint="Its records tell wall-clock times. This says whose." required>
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
  const words = search.toLowerCase().replaceAll("_", " ").split(/\s+/);
  const zones = new Set([chosen, ...Intl.supportedValuesOf("timeZone"), "UTC"]);
  return [...zones].filter((zone) => words.every((word) => zone.toLowerCase().replaceAll("_", " ").includes(word)));
}
