import { type Access, type Area, may } from "@/lib/access/domain/access";
import type { NavItem } from "./main-nav";

/** In the order of the menu, each with the permission it requires. */
const PAGES: readonly (NavItem & { readonly reads: Area | null })[] = [
  { href: "/calls", label: "Calls", reads: null },
  { href: "/inbox", label: "Inbox", reads: "calls" },
  { href: "/billing", label: "Billing", reads: "billing" },
  { href: "/buyers", label: "Buyers", reads: "settings" },
  { href: "/offers", label: "Offers", reads: "settings" },
  { href: "/traffic-sources", label: "Traffic sources", reads: "settings" },
  { href: "/integrations", label: "Integrations", reads: "settings" },
];

/** Rarely used pages, in the member menu. */
export function memberLinks(access: Access): NavItem[] {
  return [
    { href: "/settings", label: "Settings" },
    ...(may(access, "read", "settings") ? [{ href: "/privacy", label: "Privacy" }] : []),
    { href: "/docs/api", label: "API reference" },
  ];
}

/** Hiding links is a courtesy: each page checks access itself. */
export function navItems(access: Access, counts: Readonly<Record<string, number>> = {}): NavItem[] {
  return PAGES.filter(({ reads }) => reads === null || may(access, "read", reads)).map(({ href, label }) => ({
    href,
    label,
    count: counts[href],
  }));
}
