import type { ReactNode } from "react";
import { BillingNav } from "@/components/ledger/billing-nav";
import { findContext } from "@/lib/access/current-context";

/** Each page checks access itself. */
export default async function BillingLayout({ children }: { children: ReactNode }) {
  const context = await findContext();
  return (
    <>
      {context && <BillingNav access={context.actor.access} />}
      {children}
    </>
  );
}
