import type { ReactNode } from "react";

/** Skeletons for the eye, one word for the ear. */
export function Loading({ label = "Loading…", children }: { label?: string; children: ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
