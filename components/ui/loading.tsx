import type { ReactNode } from "react";

/** Skeletons are hidden from screen readers, which get the label. */
export function Loading({ label = "Loading…", children }: { label?: string; children: ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
