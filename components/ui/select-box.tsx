import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class";

type SelectBoxProps = ComponentProps<"select"> & {
  choices: readonly { readonly value: string; readonly label: string }[];
  boxClassName?: string;
};

/** A native select with our arrow. Children are options above the choices. */
export function SelectBox({ choices, boxClassName, className, children, ...props }: SelectBoxProps) {
  return (
    <span className={clsx("relative block", boxClassName)}>
      <select {...props} className={clsx(controlClass, "appearance-none truncate pr-7", className)}>
        {children}
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-2 my-auto size-3.5 text-ink-muted"
      />
    </span>
  );
}
