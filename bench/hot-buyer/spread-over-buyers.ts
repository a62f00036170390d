import { inCompany } from "@/lib/platform/sql/in-company";
import type { GivenContext } from "@/lib/testing/factories/given-company";
import type { BenchCall } from "../company/bench-calls";

/** Assigns the calls to these buyers in turn. */
export function spreadOverBuyers(
  ctx: GivenContext,
  calls: readonly BenchCall[],
  buyerIds: readonly number[],
): Promise<number> {
  const rows = calls.map(({ id }, position) => ({ id, buyer: buyerIds[position % buyerIds.length] }));
  return inCompany(
    ctx.company.id,
    (tx) => tx.$executeRaw`
      update call set buyer_id = n.buyer
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id bigint, buyer bigint)
      where call.company_id = ${tx.company} and call.id = n.id`,
  );
}
