import clsx from "clsx";
import type { ComponentProps, MouseEvent } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { Spinner } from "./spinner";

export type ButtonProps = ComponentProps<"button"> & { variant?: ButtonVariant; size?: ButtonSize; busy?: boolean };

const PARTS = "inline-flex min-w-0 items-center gap-1.5";

/** A busy button keeps its width and focus, and ignores presses. */
export function Button({ variant, size, busy = false, className, children, onClick, ...props }: ButtonProps) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (busy) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <button
      type="button"
      {...props}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={onClick || busy ? press : undefined}
      className={clsx(buttonClass({ variant, size }), className)}
    >
      {busy && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
      <span className={clsx(typeof children === "string" ? "truncate" : PARTS, busy && "opacity-0")}>{children}</span>
    </button>
  );
}
