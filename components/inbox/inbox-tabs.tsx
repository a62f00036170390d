"use client";

import clsx from "clsx";
import Link from "next/link";
import { useRef } from "react";
import { REASONS } from "@/components/conversion/reason-words";
import { useCurrentInView } from "@/components/ui/use-current-in-view";
import { type InboxAddress, inboxAddress } from "./inbox-address";

type InboxTabsProps = {
  address: InboxAddress;
  open: number;
  byReason: Readonly<Record<string, number>>;
};

export function InboxTabs({ address, open, byReason }: InboxTabsProps) {
  const isOpen = address.state === "open";
  const waiting = REASONS.filter(({ reason }) => (byReason[reason] ?? 0) > 0 || (isOpen && reason === address.reason));
  const row = useRef<HTMLElement>(null);
  useCurrentInView(row, inboxAddress(address));
  return (
    <nav ref={row} aria-label="Reasons" className="-mx-1 mb-4 overflow-x-auto">
      <ul className="flex gap-1 px-1 py-0.5 sm:flex-wrap">
        <Tab href="/inbox" label="All" count={open} current={isOpen && address.reason === undefined} />
        <Tab href={inboxAddress({ state: "resolved" })} label="Resolved" current={!isOpen} />
        {waiting.map(({ reason, label }) => (
          <Tab
            key={reason}
            href={inboxAddress({ reason, state: "open" })}
            label={label}
            count={byReason[reason] ?? 0}
            current={isOpen && address.reason === reason}
          />
        ))}
      </ul>
    </nav>
  );
}

function Tab({ href, label, count, current }: { href: string; label: string; count?: number; current: boolean }) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        aria-current={current ? "page" : undefined}
        className={clsx(
          "flex h-8 items-center gap-1.5 whitespace-nowrap rounded-md px-2.5 text-13 transition-colors pointer-coarse:h-10",
          current ? "bg-accent-tint font-medium text-accent" : "text-ink-muted hover:text-ink",
        )}
      >
        {label}
        {count !== undefined && <span className="text-12 tabular-nums">{count}</span>}
      </Link>
    </li>
  );
}
