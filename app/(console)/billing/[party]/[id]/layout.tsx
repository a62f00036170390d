import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AccountHeader } from "@/components/billing/account-header";
import { partyOfAddress } from "@/components/billing/party-address";
import { findContext } from "@/lib/auth/current-context";
import { getAccount } from "@/lib/services/accounts/get-account";
import { readSettings } from "../../../buyers/read-settings";

type AccountLayoutProps = { params: Promise<{ party: string; id: string }>; children: ReactNode };

/** Frames; gating is each page's own, which also says to those who may not see the account that they may not. */
export default async function AccountLayout({ params, children }: AccountLayoutProps) {
  const { party, id } = await params;
  const owner = partyOfAddress(party, id);
  if (!owner) notFound();
  const context = await findContext();
  const account = context && (await readSettings(() => getAccount(context, owner)));
  if (!account) return children;
  return (
    <>
      <AccountHeader account={account} access={context.actor.access} />
      {children}
    </>
  );
}
