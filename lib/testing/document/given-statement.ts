import type { Context } from "@/lib/access/context";
import { addDays } from "@/lib/base/day";
import { isSettling, withoutReversal } from "@/lib/document/domain/document-kind";
import { signedBalance } from "@/lib/ledger/domain/signed-balance";
import { findAccount } from "@/lib/ledger/sql/find-account";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { inCompany } from "@/lib/platform/sql/in-company";

/**
 * Issues a statement of everything booked in the range, with its number and sums but without other effects, for tests
 * of settlement.
 */
export async function givenStatement(
  ctx: Context,
  owner: AccountOwner,
  { cycleEnd, dueOn = addDays(cycleEnd, 30) }: { readonly cycleEnd: string; readonly dueOn?: string },
): Promise<{ readonly number: number; readonly billedMinor: bigint }> {
  return inCompany(ctx.company.id, async (tx) => {
    const account = await findAccount(tx, owner);
    if (!account) throw new Error("the party does not exist");
    const where = { companyId: tx.company };
    const own = { ...where, accountId: account.id };
    const { rollupNumber } = await tx.ledgerHead.findUniqueOrThrow({ where });
    const balances = await tx.balance.findMany({ where: { ...own, bookedOn: { lte: new Date(cycleEnd) } } });
    const sum = (rows: typeof balances) =>
      rows.reduce(
        (all, { debitMinor, creditMinor }) =>
          all + signedBalance(owner.type, BigInt(debitMinor.toFixed()), BigInt(creditMinor.toFixed())),
        0n,
      );
    const before = await tx.statement.findMany({ where: own, orderBy: { cycleEnd: "asc" } });
    const last = before.at(-1);
    const billedBefore = before.reduce((all, { billedMinor }) => all + BigInt(billedMinor.toFixed()), 0n);
    const billedMinor = sum(balances.filter(({ kind }) => !isSettling(withoutReversal(kind)))) - billedBefore;
    const number = (await tx.statement.count({ where })) + 1;
    await tx.statement.create({
      data: {
        ...own,
        number,
        previousNumber: last?.number ?? null,
        cycleStart: last ? new Date(addDays(last.cycleEnd.toISOString().slice(0, 10), 1)) : new Date("2020-01-01"),
        cycleEnd: new Date(cycleEnd),
        throughRollup: rollupNumber,
        issuedAt: ctx.now(),
        dueOn: new Date(dueOn),
        currency: ctx.company.currency,
        openingMinor: (last?.closingMinor ?? 0n).toString(),
        closingMinor: sum(balances).toString(),
        billedMinor: billedMinor.toString(),
        entryCount: 0,
        layout: 1,
        frozen: {},
        cumulative: {},
        digest: new Uint8Array(32),
        rollupNumber,
        actorType: ctx.actor.type,
        actorId: ctx.actor.id,
      },
    });
    return { number, billedMinor };
  });
}
