import type { Statement } from "@/lib/contracts/statements";
import { inCompany } from "@/lib/db/in-company";
import { todayOf } from "../accounts/today-of";
import type { Context } from "../context";
import { openStatement } from "./open-statement";
import { presentStatement } from "./present-statement";

/** A statement by its number, `INV-000123` or `123`. Throws `Forbidden` or `NotFound`. */
export function getStatement(ctx: Context, name: string): Promise<Statement> {
  const today = todayOf(ctx);
  return inCompany(ctx.company.id, async (tx) => presentStatement(await openStatement(tx, ctx, name), today));
}
