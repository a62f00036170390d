import type { ReactNode } from "react";
import { BillingNav } from "@/components/ledger/billing-nav";
import { findContext } from "@/lib/access/current-context";

/** Frames; gating is each page's own. */
export default async function BillingLayout({ children }: { children: ReactNode }) {
  const context = await findContext();
  return (
    <>
      {context && <BillingNav access={context.actor.access} />}
      {children}
    </>
  );
}
