"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useRef } from "react";
import { useCurrentInView } from "@/components/ui/use-current-in-view";

export type NavItem = { href: string; label: string; count?: number | undefined };

export function MainNav({ items, className }: { items: readonly NavItem[]; className?: string }) {
  const pathname = usePathname();
  const nav = useRef<HTMLElement>(null);
  useCurrentInView(nav, pathname);
  return (
    <nav ref={nav} aria-label="Main" className={className}>
      <ul className="flex h-full items-stretch gap-1">
        {items.map(({ href, label, count }) => (
          <li key={href} className="flex">
            <Link
              href={href}
              aria-current={pathname === href || pathname.startsWith(`${href}/`) ? "page" : undefined}
              className={clsx(
                "relative flex items-center whitespace-nowrap rounded-sm px-2 text-13 text-ink-muted transition-colors hover:text-ink",
                "aria-[current=page]:font-medium aria-[current=page]:text-accent",
                "after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 aria-[current=page]:after:bg-accent",
              )}
            >
              {label}
              {count !== undefined && count > 0 && (
                <span className="ml-1 rounded-sm bg-caution-tint px-1 text-12 text-caution tabular-nums">
                  {count}
                  <span className="sr-only"> open items</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
