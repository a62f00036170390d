import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { memberLinks, navItems } from "@/components/shell/nav-items";
import { findSession } from "@/lib/access/current-context";
import { countOpenForNav } from "@/lib/inbox/count-open";

const SEARCH = { action: "/calls", label: "Search calls by caller, UUID or ID" };

/** Each page checks access itself: a layout is not rendered again on navigation. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const context = await findSession();
  if (!context) return children;
  const { actor, company, role, email, session } = context;
  const nav = session.lacksSecondFactor ? [] : navItems(actor.access, { "/inbox": await countOpenForNav(context) });
  return (
    <AppShell
      member={{ name: actor.name, email, role }}
      company={{ name: company.name }}
      nav={nav}
      links={memberLinks(actor.access)}
      search={SEARCH}
    >
      {children}
    </AppShell>
  );
}
