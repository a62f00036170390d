import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

export const WORD_TO_TYPE = "erase";

/** A typed word prevents accidental erasure. */
export function WordToType({ word, onType }: { word: string; onType: (word: string) => void }) {
  return (
    <Field label={`Type “${WORD_TO_TYPE}” to confirm`} className="mt-3">
      <TextInput autoComplete="off" value={word} onChange={(event) => onType(event.target.value.trim())} />
    </Field>
  );
}
