import type { Context } from "@/lib/access/context";
import { todayOf } from "@/lib/ledger/today-of";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { Statement } from "./contract/statement";
import { openStatement } from "./open-statement";
import { presentStatement } from "./present-statement";
import { readSettlements } from "./sql/read-settlements";

/** A statement by its number, `INV-000123` or `123`, with its settlements. Throws `Forbidden` or `NotFound`. */
export function getStatement(ctx: Context, name: string): Promise<Statement> {
  const today = todayOf(ctx);
  return readInCompany(ctx.company.id, async (tx) => {
    const row = await openStatement(tx, ctx, name);
    return presentStatement(row, await readSettlements(tx, row.number), today);
  });
}
