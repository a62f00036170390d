import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Terms } from "./domain/terms";
import { insertTerms } from "./sql/insert-terms";

/** What a buyer pays for a call: by default, or for one offer. Amounts in minor units. */
export type Price = {
  readonly buyerId: number;
  readonly offerId?: number;
  readonly validFrom: Date;
  readonly amountMinor: bigint;
};

/** What an offer pays for a call: by default, or to one traffic source; an amount, or a share of the charge. */
export type Payout = { readonly offerId: number; readonly trafficSourceId?: number; readonly validFrom: Date } & (
  | { readonly amountMinor: bigint }
  | { readonly percentBasisPoints: number; readonly minimumMinor?: bigint; readonly maximumMinor?: bigint }
);

const NOTHING = {
  buyerId: null,
  offerId: null,
  trafficSourceId: null,
  amountMinor: null,
  percentBasisPoints: null,
  minimumMinor: null,
  maximumMinor: null,
};

/** Creates dated terms. They price calls that start from `validFrom` on, never earlier ones. */
export async function createTerms(
  ctx: Context,
  { prices = [], payouts = [] }: { readonly prices?: readonly Price[]; readonly payouts?: readonly Payout[] },
): Promise<void> {
  permit(ctx.actor, "update", "settings");
  const terms: Omit<Terms, "id">[] = [
    ...prices.map((price) => ({ ...NOTHING, ...price, side: "buyer" as const })),
    ...payouts.map((payout) => ({ ...NOTHING, ...payout, side: "offer" as const })),
  ];
  await inCompany(ctx.company.id, async (tx) => {
    await insertTerms(tx, terms);
    await recordAudit(tx, ctx, {
      action: "terms.created",
      id: null,
      after: { prices: prices.length, payouts: payouts.length },
    });
  });
}
