import type { ReactNode } from "react";

/** A label with what it says below it: the shape of a field that cannot be edited. */
export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <dl>
      <dt className="mb-1 flex min-h-5 items-center font-medium text-13">{label}</dt>
      <dd className="text-13">{children}</dd>
    </dl>
  );
}
