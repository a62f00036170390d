import { type Access, type Area, may } from "@/lib/access/domain/access";
import type { NavItem } from "./main-nav";

/** The pages of the console in the order of the menu, each with what one has to be allowed to read there. */
const PAGES: readonly (NavItem & { readonly reads: Area | null })[] = [
  { href: "/calls", label: "Calls", reads: null },
  { href: "/inbox", label: "Inbox", reads: "calls" },
  { href: "/billing", label: "Billing", reads: "billing" },
  { href: "/buyers", label: "Buyers", reads: "settings" },
  { href: "/offers", label: "Offers", reads: "settings" },
  { href: "/sources", label: "Sources", reads: "settings" },
];

/** What one rarely goes to, in the panel of the member. */
export function memberLinks(access: Access): NavItem[] {
  return [
    ...(may(access, "read", "settings") ? [{ href: "/privacy", label: "Privacy" }] : []),
    { href: "/docs/api", label: "API reference" },
  ];
}

/** Hiding is courtesy; each page refuses by itself. */
export function navItems(access: Access, counts: Readonly<Record<string, number>> = {}): NavItem[] {
  return PAGES.filter(({ reads }) => reads === null || may(access, "read", reads)).map(({ href, label }) => ({
    href,
    label,
    count: counts[href],
  }));
}
