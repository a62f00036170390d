"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useController } from "react-hook-form";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { PARTIES_A_SEARCH, partiesQuery } from "@/lib/party/client";
import type { PartyKind } from "@/lib/party/domain/party-kind";
import { type CallForm, FIELD_LABELS } from "./call-form";
import type { CallEditor } from "./use-call-editor";

type PartyFieldProps = {
  editor: CallEditor;
  name: PartyKind & keyof CallForm;
  placeholder: string;
  clearable: boolean;
};

export function PartyField({ editor: { form, errors }, name, placeholder, clearable }: PartyFieldProps) {
  const { field } = useController({ control: form.control, name });
  const [search, setSearch] = useState<string | null>(null);
  const parties = useQuery(partiesQuery(name, search));
  const matches = parties.data ?? [];

  return (
    <Field label={FIELD_LABELS[name]} error={errors[name]} className="max-w-80">
      <Combobox
        ref={field.ref}
        value={field.value && { value: String(field.value.id), label: field.value.name }}
        options={matches.map((party) => ({ value: String(party.id), label: party.name }))}
        loading={parties.isPending || (parties.isFetching && parties.isPlaceholderData)}
        failed={parties.isError}
        more={matches.length === PARTIES_A_SEARCH}
        clearable={clearable}
        placeholder={placeholder}
        onSearch={setSearch}
        onBlur={field.onBlur}
        onChange={(option) => field.onChange(option && { id: Number(option.value), name: option.label })}
      />
    </Field>
  );
}
