import clsx from "clsx";
import type { ReactNode } from "react";
import { TONE_ICON, TONE_TEXT, type Tone } from "./tone";

type StatusProps = { tone: Tone; children: ReactNode; className?: string };

/** A shape and a word, so that color is never the only cue. */
export function Status({ tone, children, className }: StatusProps) {
  const Icon = TONE_ICON[tone];
  return (
    <span className={clsx("inline-flex items-center gap-1 whitespace-nowrap", TONE_TEXT[tone], className)}>
      <Icon aria-hidden="true" strokeWidth={2.5} className="size-3.5 shrink-0" />
      <span className="self-baseline">{children}</span>
    </span>
  );
}
