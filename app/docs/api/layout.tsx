import type { ReactNode } from "react";
import { type ReferenceLink, ReferenceNav } from "@/components/api/reference-nav";
import { ReferenceSearch } from "@/components/api/reference-search";
import { SECTIONS, slugOf } from "@/lib/api/contract/sections";

const LINKS: readonly ReferenceLink[] = [
  { href: "/docs/api", text: "Introduction" },
  { href: "/docs/api/for-buyers", text: "For buyers" },
  ...Object.keys(SECTIONS).map((section) => ({ href: `/docs/api/${slugOf(section)}`, text: section })),
];

/** The reference with its navigation and search. */
export default function ReferenceLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <div>
        <div className="space-y-4 lg:sticky lg:top-16">
          <ReferenceSearch />
          <div className="max-lg:hidden">
            <ReferenceNav links={LINKS} />
          </div>
          <details className="border-y py-2 lg:hidden">
            <summary className="font-medium">Sections</summary>
            <ReferenceNav links={LINKS} />
          </details>
        </div>
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
