import clsx from "clsx";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

type FieldMessageProps = { id: string | undefined; tone: "error" | "hint"; children: ReactNode };

export function FieldMessage({ id, tone, children }: FieldMessageProps) {
  if (!id || !children) return null;
  return (
    <p id={id} className={clsx("mt-1 flex gap-1 text-12", tone === "error" ? "text-negative" : "text-ink-muted")}>
      {tone === "error" && <CircleAlert aria-hidden="true" className="mt-0.5 size-3 shrink-0" />}
      <span className="min-w-0">{children}</span>
    </p>
  );
}
