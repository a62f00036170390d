import type { ReactNode } from "react";
import { ReferenceNav } from "@/components/api/reference-nav";
import { ReferenceSearch } from "@/components/api/reference-search";

/** The reference with its navigation and search. */
export default function ReferenceLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <div>
        <div className="space-y-4 lg:sticky lg:top-16">
          <ReferenceSearch />
          <div className="max-lg:hidden">
            <ReferenceNav />
          </div>
          <details className="border-y py-2 lg:hidden">
            <summary className="font-medium">Sections</summary>
            <ReferenceNav />
          </details>
        </div>
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
