import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AccountHeader } from "@/components/ledger/account-header";
import { partyOfAddress } from "@/components/ledger/party-address";
import { findContext } from "@/lib/access/current-context";
import { readBooks } from "../../read-books";
import { readAccount } from "./read-account";

type AccountLayoutProps = { params: Promise<{ party: string; id: string }>; children: ReactNode };

/** Each page checks access itself, so that it can name the missing permission. */
export default async function AccountLayout({ params, children }: AccountLayoutProps) {
  const { party, id } = await params;
  const owner = partyOfAddress(party, id);
  if (!owner) notFound();
  const context = await findContext();
  const { value: account } = await readBooks(() => readAccount(owner.type, owner.id));
  if (!context || !account) return children;
  return (
    <>
      <AccountHeader account={account} access={context.actor.access} />
      {children}
    </>
  );
}
