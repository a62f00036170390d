"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { PARTIES_A_SEARCH, partiesQuery } from "@/lib/party/client";
import type { PartyKind } from "@/lib/party/domain/party-kind";

export type ChosenParty = { readonly id: number; readonly name: string };

type PartySearchFieldProps = {
  kind: PartyKind;
  label: string;
  value: ChosenParty | null;
  error?: string | null | undefined;
  hint?: string;
  required?: boolean;
  /** What an empty field means. */
  none?: string;
  onChange: (party: ChosenParty | null) => void;
};

export function PartySearchField({
  kind,
  label,
  value,
  error,
  hint,
  required,
  none = "None",
  onChange,
}: PartySearchFieldProps) {
  const [search, setSearch] = useState<string | null>(null);
  const parties = useQuery(partiesQuery(kind, search));
  const matches = parties.data ?? [];
  return (
    <Field label={label} error={error} hint={hint} required={required ?? false}>
      <Combobox
        value={value && { value: String(value.id), label: value.name }}
        options={matches.map(({ id, name }) => ({ value: String(id), label: name }))}
        loading={parties.isPending || (parties.isFetching && parties.isPlaceholderData)}
        failed={parties.isError}
        more={matches.length === PARTIES_A_SEARCH}
        clearable={!required}
        placeholder={required ? "Search by name" : none}
        onSearch={setSearch}
        onChange={(option) => onChange(option && { id: Number(option.value), name: option.label })}
      />
    </Field>
  );
}
