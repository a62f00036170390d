import type { ReactNode } from "react";

type FilterLabelProps = { label: string; id: string; className?: string; children: ReactNode };

export function FilterLabel({ label, id, className, children }: FilterLabelProps) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium text-12 text-ink-muted">
        {label}
      </label>
      {children}
    </div>
  );
}
