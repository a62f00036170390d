import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { controlClass } from "./control-class";
import { FilterLabel } from "./filter-label";

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
      <span className="relative block">
        <select
          id={id}
          name={name}
          defaultValue={value}
          className={clsx(controlClass, "appearance-none truncate border-line-strong! bg-raised! pr-7")}
        >
          <option value="">{all}</option>
          {!isKnown && <option value={value}>{value.replaceAll("_", " ")}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-2 my-auto size-3.5 text-ink-muted"
        />
      </span>
    </FilterLabel>
  );
}
