import type { ReactNode } from "react";

/** Facts in a row that wraps: a small label over each value. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="flex flex-wrap gap-x-8 gap-y-3 text-13">{children}</dl>;
}

export function FactItem({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt className="text-12 text-ink-muted">{label}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
