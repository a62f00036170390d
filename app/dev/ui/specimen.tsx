import type { ReactNode } from "react";

/** The style of `:focus-visible`, for controls without focus. */
export const FOCUSED = "outline-2 outline-offset-2 outline-accent";

export const LONG =
  "Midwest Roofing & Gutter Replacement Partners of Greater Minneapolis–Saint Paul, spring campaign (transferred calls)";

export function Specimens({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-10 border-t pt-6">
      <h2 className="font-semibold text-16">{title}</h2>
      <div className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">{children}</div>
    </section>
  );
}

/** One state of one primitive. `wide` uses the whole row. */
export function Specimen({ state, children, wide }: { state: string; children: ReactNode; wide?: boolean }) {
  return (
    <div className={wide ? "col-span-full min-w-0" : "min-w-0"}>
      <p className="mb-2 text-12 text-ink-muted">{state}</p>
      {children}
    </div>
  );
}
