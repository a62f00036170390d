import { useId } from "react";
import { FilterLabel } from "./filter-label";
import { SelectBox } from "./select-box";

type FilterChoiceProps = {
  label: string;
  name: string;
  value: string | undefined;
  all: string;
  choices: readonly { readonly value: string; readonly label: string }[];
};

/** An unknown value of the address stays selected. */
export function FilterChoice({ label, name, value = "", all, choices }: FilterChoiceProps) {
  const id = useId();
  const isKnown = value === "" || choices.some((choice) => choice.value === value);
  return (
    <FilterLabel label={label} id={id} className="w-40">
      <SelectBox id={id} name={name} defaultValue={value} choices={choices} className="border-line-strong! bg-raised!">
        <option value="">{all}</option>
        {!isKnown && <option value={value}>{value.replaceAll("_", " ")}</option>}
      </SelectBox>
    </FilterLabel>
  );
}
