import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/base/errors";
import { formatMoney } from "@/lib/base/money";
import type { AccountOwner, OwnerType } from "@/lib/party/domain/account-owner";
import { env } from "@/lib/platform/config/env";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { Account } from "./contract/account";
import { nextRollupAt } from "./domain/next-rollup";
import { signedBalance } from "./domain/signed-balance";
import { effectOf, pendingNet } from "./pending-net";
import { permitAccount } from "./permit-account";
import { findAccount } from "./sql/find-account";
import { pendingMovesOf, pendingOfAccounts } from "./sql/pending-of-accounts";
import { type AccountSum, sumsOfAccount } from "./sql/sums-of-account";

/** Pending entries listed one by one. */
const MOVES_SHOWN = 20;

/** The account of a buyer or traffic source with its pending amounts. Throws `Forbidden` or `NotFound`. */
export async function getAccount(ctx: Context, owner: AccountOwner): Promise<Account> {
  permitAccount(ctx.actor, owner.type);
  const { account, sums, waiting, moves } = await readInCompany(ctx.company.id, async (tx) => {
    const account = await findAccount(tx, owner);
    if (!account) throw new NotFound();
    const sums = await sumsOfAccount(tx, account.id);
    const waiting = await pendingOfAccounts(tx, account.id);
    return { account, sums, waiting, moves: await pendingMovesOf(tx, account.id, MOVES_SHOWN) };
  });
  const { currency, decimals } = ctx.company;
  const pending = pendingNet(waiting, owner.type);
  return {
    party: { ...owner, name: account.name },
    currency,
    balance: formatMoney(net(sums, owner.type), decimals),
    entries: count(sums),
    pending: {
      amount: formatMoney(pending.net, decimals),
      entries: pending.count,
      first: moves.map(({ callId, kind, amountMinor }) => ({
        kind,
        call_id: callId,
        amount: formatMoney(effectOf(kind) * amountMinor, decimals),
      })),
    },
    kinds: [...new Set(sums.map(({ kind }) => kind))].map((kind) => {
      const own = sums.filter((sum) => sum.kind === kind);
      return { kind, entries: count(own), amount: formatMoney(net(own, owner.type), decimals) };
    }),
    offers: [...new Map(sums.flatMap(({ offer }) => (offer ? [[offer.id, offer] as const] : []))).values()],
    next_rollup_at: nextRollupAt(ctx.now(), env().ROLLUP_EVERY_MINUTES).toISOString(),
  };
}

function net(sums: readonly AccountSum[], type: OwnerType): bigint {
  return sums.reduce((total, { debitMinor, creditMinor }) => total + signedBalance(type, debitMinor, creditMinor), 0n);
}

function count(sums: readonly AccountSum[]): number {
  return sums.reduce((total, { entries }) => total + entries, 0);
}
