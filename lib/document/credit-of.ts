import { NotFound } from "@/lib/base/errors";
import { parseMoney } from "@/lib/base/money";
import { profileInForce } from "@/lib/billing-profile/profile-in-force";
import { pendingNet } from "@/lib/ledger/pending-net";
import { findAccount } from "@/lib/ledger/sql/find-account";
import { pendingOfAccounts } from "@/lib/ledger/sql/pending-of-accounts";
import type { Tx } from "@/lib/platform/sql/in-company";
import { type Credit, type CreditTerms, creditOfTerms } from "./domain/credit";
import { balanceOfAccount } from "./sql/account-balance";

/** How much more a buyer may be charged, pending amounts included. Throws `NotFound`. */
export async function creditOf(tx: Tx, buyerId: number, decimals: number): Promise<Credit> {
  const account = await findAccount(tx, { type: "buyer", id: buyerId });
  if (!account) throw new NotFound();
  const { credit } = await profileInForce(tx, account.id);
  const terms: CreditTerms =
    credit.kind === "limit"
      ? { mode: "limit", limitMinor: parseMoney(credit.amount, decimals) ?? 0n }
      : { mode: credit.kind };
  if (terms.mode === "none") return creditOfTerms(terms, 0n, 0n);
  const { net } = pendingNet(await pendingOfAccounts(tx, account.id), "buyer");
  return creditOfTerms(terms, await balanceOfAccount(tx, account), net);
}
