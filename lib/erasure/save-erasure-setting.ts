import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { saveEraseAfterDays } from "./sql/erasures";

/**
 * Sets the days after which personal values are erased automatically, from the next night on; null for never. Throws
 * `Forbidden`.
 */
export async function saveErasureSetting(ctx: Context, days: number | null): Promise<void> {
  permit(ctx.actor, "update", "settings");
  await inCompanySql(ctx.company.id, (tx) => saveEraseAfterDays(tx, days));
}
