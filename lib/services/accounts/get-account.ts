import { env } from "@/lib/config/env";
import type { Account } from "@/lib/contracts/accounts";
import { findAccount } from "@/lib/db/accounts/find-account";
import { pendingOfAccounts } from "@/lib/db/accounts/pending-of-accounts";
import { sumOfAccount } from "@/lib/db/accounts/sum-of-account";
import { inCompany } from "@/lib/db/in-company";
import type { AccountOwner } from "@/lib/domain/accounts/account-owner";
import { signedBalance } from "@/lib/domain/accounts/signed-balance";
import { NotFound } from "@/lib/domain/errors";
import { formatMoney } from "@/lib/domain/ledger/money";
import { nextRollupAt } from "@/lib/domain/ledger/next-rollup";
import type { Context } from "../context";
import { pendingNet } from "./pending-net";
import { permitAccount } from "./permit-account";

/** The account of a buyer or traffic source as it stands now, and what is pending. Throws `Forbidden` and `NotFound`. */
export async function getAccount(ctx: Context, owner: AccountOwner): Promise<Account> {
  permitAccount(ctx.actor, owner.type);
  const { currency, decimals } = ctx.company;
  return inCompany(ctx.company.id, async (tx) => {
    const account = await findAccount(tx, owner);
    if (!account) throw new NotFound();
    const sum = await sumOfAccount(tx, account.id);
    const pending = pendingNet(await pendingOfAccounts(tx, account.id), owner.type);
    return {
      party: { ...owner, name: account.name },
      currency,
      balance: formatMoney(signedBalance(owner.type, sum.debitMinor, sum.creditMinor), decimals),
      entries: sum.entries,
      pending: { amount: formatMoney(pending.net, decimals), entries: pending.count },
      next_rollup_at: nextRollupAt(ctx.now(), env().ROLLUP_EVERY_MINUTES).toISOString(),
    };
  });
}
