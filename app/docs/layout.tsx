import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";
import { MAIN_ID, SkipLink } from "@/components/shell/skip-link";
import { TextLink } from "@/components/ui/text-link";

export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-20 border-b bg-page">
        <div className="mx-auto flex h-bar max-w-320 items-center justify-between gap-4 px-4 sm:px-6">
          <Link href="/" className="flex items-center gap-2 rounded-sm font-semibold">
            <Mark />
            Callmark
          </Link>
          <TextLink href="/calls" className="text-13">
            Open the console
          </TextLink>
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="mx-auto w-full max-w-320 px-4 pt-8 pb-16 outline-none sm:px-6">
        {children}
      </main>
    </>
  );
}
