import type { Context } from "@/lib/access/context";
import { inCompany } from "@/lib/platform/sql/in-company";

/** What a buyer owes, in minor units: posted charges less credits. */
export function receivableOf(ctx: Context, buyerId: number): Promise<bigint> {
  return debitsLessCredits(ctx, { buyerId: BigInt(buyerId) });
}

/** What a traffic source has earned, in minor units: posted payouts less clawbacks. */
export async function payableOf(ctx: Context, trafficSourceId: number): Promise<bigint> {
  return -(await debitsLessCredits(ctx, { trafficSourceId: BigInt(trafficSourceId) }));
}

function debitsLessCredits(ctx: Context, account: { buyerId: bigint } | { trafficSourceId: bigint }): Promise<bigint> {
  return inCompany(ctx.company.id, async (tx) => {
    const { id } = await tx.account.findFirstOrThrow({ where: { companyId: tx.company, ...account } });
    const sum = async (side: "debitAccountId" | "creditAccountId") => {
      const where = { companyId: tx.company, [side]: id };
      const { _sum } = await tx.entry.aggregate({ where, _sum: { amountMinor: true } });
      return _sum.amountMinor ?? 0n;
    };
    return (await sum("debitAccountId")) - (await sum("creditAccountId"));
  });
}
