import clsx from "clsx";
import { Check } from "lucide-react";
import type { ComponentProps } from "react";

/** The box without a label; needs an `aria-label`. */
export function CheckboxBox({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  return (
    <span className={clsx("relative grid size-4 shrink-0 place-items-center", className)}>
      <input
        {...props}
        type="checkbox"
        className={clsx(
          "peer size-4 appearance-none rounded-sm border border-line-strong bg-raised transition-colors",
          "hover:border-ink-muted checked:border-accent checked:bg-accent aria-invalid:border-negative",
          "disabled:border-line disabled:bg-sunken disabled:checked:border-transparent disabled:checked:bg-neutral",
          "forced-colors:appearance-auto",
        )}
      />
      <Check
        aria-hidden="true"
        strokeWidth={3.5}
        className="pointer-events-none absolute size-3 text-on-accent opacity-0 peer-checked:opacity-100 peer-disabled:text-page forced-colors:hidden"
      />
    </span>
  );
}
