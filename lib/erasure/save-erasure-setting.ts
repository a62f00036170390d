import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { saveEraseAfterDays } from "./sql/erasures";

/**
 * Sets the days after which personal values are erased automatically, from the next night on; null for never. Throws
 * `Forbidden`.
 */
export async function saveErasureSetting(ctx: Context, days: number | null): Promise<void> {
  permit(ctx.actor, "update", "settings");
  await inCompanySql(ctx.company.id, async (tx) => {
    await saveEraseAfterDays(tx, days);
    await recordAudit(tx, ctx, { action: "company.updated", id: null, after: { erase_after_days: days } });
  });
}
