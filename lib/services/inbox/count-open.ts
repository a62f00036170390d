import { countOpenItems } from "@/lib/db/inbox/count-open";
import { inCompanySql } from "@/lib/db/in-company";
import { permit } from "../access/permit";
import type { Context } from "../context";

export type OpenCount = { readonly open: number; readonly by_reason: Record<string, number> };

/** How many wait in the inbox, in all and by reason. */
export async function countOpen(ctx: Context): Promise<OpenCount> {
  permit(ctx.actor, "read", "calls");
  const counts = await inCompanySql(ctx.company.id, countOpenItems);
  return { open: [...counts.values()].reduce((sum, each) => sum + each, 0), by_reason: Object.fromEntries(counts) };
}
