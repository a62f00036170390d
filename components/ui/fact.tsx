import type { ReactNode } from "react";

/** A read-only field: a label with its value below. */
export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <dl>
      <dt className="mb-1 flex min-h-5 items-center font-medium text-13">{label}</dt>
      <dd className="text-13">{children}</dd>
    </dl>
  );
}
