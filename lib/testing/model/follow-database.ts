import { inCompany } from "@/lib/platform/sql/in-company";
import type { Model } from "./given-model";
import { SIDES } from "./oracle-call";
import { verdictOn } from "./oracle-facts";

/**
 * If a cap may have stopped a conversion, the order of connections decides which call was first, so the oracle takes it
 * from the database. The limits of caps are checked separately.
 */
export async function followDatabase({ ctx, calls, world }: Model): Promise<void> {
  const unsure = new Map(
    calls.filter(({ oracle }) => SIDES.some((side) => oracle[side].unsure)).map(({ id, oracle }) => [id, oracle]),
  );
  const rows = await inCompany(ctx.company.id, (tx) =>
    tx.call.findMany({ where: { companyId: tx.company, id: { in: [...unsure.keys()] } } }),
  );
  for (const row of rows) {
    const actual = {
      buyer: { on: row.buyerConverted, by: row.buyerMechanism, rule: row.buyerRuleId },
      offer: { on: row.offerConverted, by: row.offerMechanism, rule: row.offerRuleId },
    };
    for (const side of SIDES) {
      const call = unsure.get(Number(row.id));
      if (!call?.[side].unsure) continue;
      const { on, by, rule } = actual[side];
      Object.assign(call[side], { on, by, rule: rule === null ? null : Number(rule), unsure: false });
      if (!call[side].locked) call[side].ruled = verdictOn(call, side, world)?.amount ?? null;
      if (on) call[side].reverted = false;
    }
  }
}
