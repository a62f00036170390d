import clsx from "clsx";

export type ButtonVariant = "primary" | "quiet" | "danger" | "plain";
export type ButtonSize = "sm" | "md";

const VARIANT: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent enabled-hover:bg-accent-strong",
  quiet: "border-line-strong bg-raised text-ink enabled-hover:bg-sunken",
  danger: "border-transparent bg-negative text-on-negative enabled-hover:bg-negative-strong",
  plain: "border-transparent text-accent enabled-hover:bg-accent-tint",
};

const SIZE: Record<ButtonSize, string> = {
  sm: "h-7 px-2 text-12 pointer-coarse:h-9",
  md: "h-8 px-3 text-13 pointer-coarse:h-10",
};

/** For links that look like buttons. */
export function buttonClass({ variant = "quiet", size = "md" }: { variant?: ButtonVariant; size?: ButtonSize } = {}) {
  return clsx(
    "relative inline-flex max-w-full shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors",
    "disabled:opacity-50 aria-disabled:cursor-default",
    VARIANT[variant],
    SIZE[size],
  );
}
