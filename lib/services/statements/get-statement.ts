import type { Statement } from "@/lib/contracts/statements";
import { readSettlements } from "@/lib/db/statements/read-settlements";
import { readInCompany } from "@/lib/platform/sql/in-company";
import { todayOf } from "../accounts/today-of";
import type { Context } from "../context";
import { openStatement } from "./open-statement";
import { presentStatement } from "./present-statement";

/** A statement by its number, `INV-000123` or `123`, and what settles it by now. Throws `Forbidden` or `NotFound`. */
export function getStatement(ctx: Context, name: string): Promise<Statement> {
  const today = todayOf(ctx);
  return readInCompany(ctx.company.id, async (tx) => {
    const row = await openStatement(tx, ctx, name);
    return presentStatement(row, await readSettlements(tx, row.number), today);
  });
}
