import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import { countOpenItems } from "./sql/count-open";

export type OpenCount = { readonly open: number; readonly by_reason: Record<string, number> };

/** Open inbox items, in total and by reason. */
export async function countOpen(ctx: Context): Promise<OpenCount> {
  permit(ctx.actor, "read", "calls");
  const counts = await readInCompanySql(ctx.company.id, countOpenItems);
  return { open: [...counts.values()].reduce((sum, count) => sum + count, 0), by_reason: Object.fromEntries(counts) };
}

/** The count beside the inbox in the navigation; null for readers without permission. */
export async function countOpenForNav(ctx: Context): Promise<number> {
  return may(ctx.actor.access, "read", "calls") ? (await countOpen(ctx)).open : 0;
}
