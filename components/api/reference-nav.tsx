"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";

export type ReferenceLink = { readonly href: string; readonly text: string };

/** Links to the pages of the reference, with the current one marked. */
export function ReferenceNav({ links }: { links: readonly ReferenceLink[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Reference">
      <ul className="text-13">
        {links.map(({ href, text }) => (
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
