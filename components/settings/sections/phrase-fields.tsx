"use client";

import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { Phrase } from "@/lib/settings/contract/rule";
import { LinesInput } from "../fields/lines-input";
import { useErrorAt } from "../use-error-at";

type PhraseFieldsProps = { path: string; phrase: Phrase; onChange: (phrase: Phrase) => void };

export function PhraseFields({ path, phrase, onChange }: PhraseFieldsProps) {
  return (
    <div className="grid min-w-0 flex-1 gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Field
        label="Phrase"
        hint="Matches whole words. Case and accents are ignored."
        error={useErrorAt(`${path}.text`)}
      >
        <TextInput
          autoComplete="off"
          placeholder="book it"
          value={phrase.text}
          onChange={(event) => onChange({ ...phrase, text: event.target.value })}
        />
      </Field>
      <Field label="Said by" error={useErrorAt(`${path}.speaker`)}>
        <TextInput
          autoComplete="off"
          placeholder="anybody"
          value={phrase.speaker ?? ""}
          onChange={(event) => onChange({ ...phrase, speaker: event.target.value.trim() || null })}
        />
      </Field>
      <Field
        label="Except as part of"
        hint="One phrase per line. “not interested” here excludes that use of “interested”."
        error={useErrorAt(`${path}.excluding`)}
        className="sm:col-span-2"
      >
        <LinesInput
          autoComplete="off"
          value={phrase.excluding}
          onChange={(excluding) => onChange({ ...phrase, excluding })}
        />
      </Field>
    </div>
  );
}
