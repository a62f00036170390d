import type { ReactNode } from "react";
import { AccountHeader } from "@/components/ledger/account-header";
import { readBooks } from "../../../billing/read-books";
import { ownerOf, type PartyParams, WITH_ACCOUNT } from "../read-party";
import { readAccount } from "./read-account";

/** Each page checks access itself, so that it can name the missing permission. */
export default async function AccountLayout({ params, children }: { params: PartyParams; children: ReactNode }) {
  const owner = await ownerOf(params, WITH_ACCOUNT);
  const { value: account } = await readBooks(() => readAccount(owner.type, owner.id));
  if (!account) return children;
  return (
    <>
      <AccountHeader account={account} />
      {children}
    </>
  );
}
