import clsx from "clsx";
import type { ComponentProps } from "react";
import { Tooltip } from "./tooltip";

export type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> & { label: string };

/** The label is the accessible name and the tooltip. */
export function IconButton({ label, className, children, ...props }: IconButtonProps) {
  return (
    <Tooltip text={label} describes={false}>
      <button
        type="button"
        {...props}
        aria-label={label}
        className={clsx(
          "grid size-7 place-items-center rounded-md text-ink-muted transition-colors pointer-coarse:size-10",
          "enabled-hover:bg-sunken enabled-hover:text-ink disabled:opacity-50",
          className,
        )}
      >
        {children}
      </button>
    </Tooltip>
  );
}
