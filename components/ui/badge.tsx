import clsx from "clsx";
import type { ReactNode } from "react";
import { TONE_ICON, TONE_TINT, type Tone } from "./tone";

type BadgeProps = { tone: Tone; children: ReactNode; className?: string };

export function Badge({ tone, children, className }: BadgeProps) {
  const Icon = TONE_ICON[tone];
  return (
    <span
      className={clsx(
        "inline-flex h-5 max-w-full items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-12",
        TONE_TINT[tone],
        className,
      )}
    >
      <Icon aria-hidden="true" strokeWidth={2.5} className="size-3 shrink-0" />
      <span className="truncate self-baseline leading-5">{children}</span>
    </span>
  );
}
