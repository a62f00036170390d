import { inCompany } from "@/lib/db/in-company";
import type { Model } from "./given-model";
import { SIDES } from "./oracle";

/**
 * Where a cap may have stopped a conversion, which call came first among several connections is for the database to say:
 * the oracle goes on from there. That no cap was overrun is checked by itself.
 */
export async function followDatabase({ ctx, calls }: Model): Promise<void> {
  const unsure = new Map(
    calls.filter(({ oracle }) => SIDES.some((side) => oracle[side].unsure)).map(({ id, oracle }) => [id, oracle]),
  );
  const rows = await inCompany(ctx.company.id, (tx) =>
    tx.call.findMany({ where: { companyId: tx.company, id: { in: [...unsure.keys()] } } }),
  );
  for (const row of rows) {
    const found = {
      buyer: { on: row.buyerConverted, by: row.buyerMechanism, rule: row.buyerRuleId },
      offer: { on: row.offerConverted, by: row.offerMechanism, rule: row.offerRuleId },
    };
    for (const side of SIDES) {
      const oracle = unsure.get(Number(row.id))?.[side];
      if (!oracle?.unsure) continue;
      const { on, by, rule } = found[side];
      Object.assign(oracle, { on, by, rule: rule === null ? null : Number(rule), unsure: false });
    }
  }
}
