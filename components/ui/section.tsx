import clsx from "clsx";
import { type ReactNode, useId } from "react";

type SectionProps = { title: ReactNode; children: ReactNode; aside?: ReactNode; className?: string };

export function Section({ title, children, aside, className }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={className}>
      <div className="mb-2 flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="font-semibold text-14">
          {title}
        </h2>
        {aside && <div className={clsx("flex flex-wrap items-center gap-3 text-13 text-ink-muted")}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
