import type { ReactNode } from "react";

/** Sticks to the bottom while the page scrolls. */
export function ActionBar({ message, children }: { message: ReactNode; children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-8 -mb-8 flex min-h-14 flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t bg-page px-4 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:-mx-6 sm:px-6">
      <div role="status" className="min-w-0 text-13 text-ink-muted">
        {message}
      </div>
      <div className="ml-auto flex items-center gap-2">{children}</div>
    </div>
  );
}
