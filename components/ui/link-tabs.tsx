"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useRef } from "react";
import { useCurrentInView } from "./use-current-in-view";

type LinkTab = {
  readonly href: string;
  readonly label: string;
  /** Further paths that make this tab the current one. */
  readonly also?: readonly string[];
  /** Current on this exact path only. */
  readonly exact?: boolean;
};

type LinkTabsProps = { label: string; tabs: readonly LinkTab[]; className?: string };

export function LinkTabs({ label, tabs, className }: LinkTabsProps) {
  const pathname = usePathname();
  const row = useRef<HTMLUListElement>(null);
  useCurrentInView(row, pathname);
  return (
    <nav aria-label={label} className={clsx("print:hidden", className)}>
      <ul ref={row} className="-mx-1 flex gap-2 overflow-x-auto border-b px-1 sm:gap-3">
        {tabs.map((tab) => (
          <li key={tab.href} className="flex">
            <Link
              href={tab.href}
              prefetch={false}
              aria-current={isCurrent(tab, pathname) ? "page" : undefined}
              className="-mb-px flex h-9 items-center whitespace-nowrap rounded-t-sm border-transparent border-b-2 text-13 text-ink-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-accent pointer-coarse:h-11"
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isCurrent({ href, also = [], exact = false }: LinkTab, pathname: string): boolean {
  const isBelow = (path: string) => pathname.startsWith(`${path}/`);
  return pathname === href || (!exact && isBelow(href)) || also.some((path) => pathname === path || isBelow(path));
}
