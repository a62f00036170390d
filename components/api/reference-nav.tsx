"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { SECTIONS, slugOf } from "@/lib/api/contract/sections";

/** Part of the script, so that the pages don't carry it again as data. */
const LINKS: readonly { readonly href: string; readonly text: string }[] = [
  { href: "/docs/api", text: "Introduction" },
  { href: "/docs/api/for-buyers", text: "For buyers" },
  ...Object.keys(SECTIONS).map((section) => ({ href: `/docs/api/${slugOf(section)}`, text: section })),
];

/** Links to the pages of the reference, with the current one marked. */
export function ReferenceNav() {
  const pathname = usePathname();
  return (
    <nav aria-label="Reference">
      <ul className="text-13">
        {LINKS.map(({ href, text }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={pathname === href ? "page" : undefined}
              className={clsx(
                "block rounded-sm py-1 text-ink-muted hover:text-ink pointer-coarse:py-2.5",
                "aria-[current=page]:font-medium aria-[current=page]:text-accent",
              )}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
