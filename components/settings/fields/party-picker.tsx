"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { PARTIES_A_SEARCH, partiesQuery } from "@/lib/party/client";
import type { PartyKind } from "@/lib/party/domain/party-kind";
import { useSettingsContext } from "../settings-context";

type PartyPickerProps = {
  kind: Exclude<PartyKind, "buyer">;
  value: number | null;
  onChange: (id: number | null) => void;
};

export function PartyPicker({ kind, value, onChange }: PartyPickerProps) {
  const { names, rememberName } = useSettingsContext();
  const [search, setSearch] = useState<string | null>(null);
  const parties = useQuery(partiesQuery(kind, search));
  const matches = parties.data ?? [];
  return (
    <Combobox
      value={value === null ? null : { value: String(value), label: names.get(value) ?? `ID ${value}` }}
      options={matches.map(({ id, name }) => ({ value: String(id), label: name }))}
      loading={parties.isPending || (parties.isFetching && parties.isPlaceholderData)}
      failed={parties.isError}
      more={matches.length === PARTIES_A_SEARCH}
      placeholder={kind === "offer" ? "Search offers" : "Search traffic sources"}
      onSearch={setSearch}
      onChange={(option) => {
        if (option) rememberName(Number(option.value), option.label);
        onChange(option && Number(option.value));
      }}
    />
  );
}
