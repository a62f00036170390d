import clsx from "clsx";
import type { ReactNode } from "react";
import { TONE_ICON, TONE_TINT } from "./tone";

type AlertProps = {
  tone: "negative" | "caution" | "positive";
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
};

/** Announced to screen readers as soon as it appears. */
export function Alert({ tone, title, children, actions }: AlertProps) {
  const Icon = TONE_ICON[tone];
  return (
    <div
      role={tone === "positive" ? "status" : "alert"}
      className={clsx("flex gap-2 rounded-md px-3 py-2 text-13", TONE_TINT[tone])}
    >
      <Icon aria-hidden="true" strokeWidth={2.5} className="mt-0.75 size-3.5 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {children && <div className="text-ink">{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
