import type { Tx } from "@/lib/platform/sql/in-company";

export type OfferSettings = {
  readonly offerId: number;
  readonly validFrom: Date;
  readonly convertsWithBuyer: boolean;
};

/** Inserts each as the next version of its offer's settings, in order. */
export async function insertRuleSets(tx: Tx, settings: readonly OfferSettings[]): Promise<void> {
  const newest = await tx.ruleSet.groupBy({
    by: ["offerId"],
    where: { companyId: tx.company, offerId: { in: settings.map(({ offerId }) => offerId) } },
    _max: { version: true },
  });
  const versions = new Map(newest.map((row) => [Number(row.offerId), row._max.version ?? 0]));
  await tx.ruleSet.createMany({
    data: settings.map((setting) => {
      const version = (versions.get(setting.offerId) ?? 0) + 1;
      versions.set(setting.offerId, version);
      return { ...setting, companyId: tx.company, version };
    }),
  });
}
