import { useId } from "react";
import { controlClass } from "./control-class";
import { FilterLabel } from "./filter-label";

type FilterInputProps = {
  label: string;
  name: string;
  type: "date" | "month" | "text" | "search";
  value: string | undefined;
  className: string;
  placeholder?: string;
  maxLength?: number;
};

export function FilterInput({ label, value = "", className, ...input }: FilterInputProps) {
  const id = useId();
  return (
    <FilterLabel label={label} id={id} className={className}>
      <input {...input} id={id} defaultValue={value} autoComplete="off" spellCheck={false} className={controlClass} />
    </FilterLabel>
  );
}
