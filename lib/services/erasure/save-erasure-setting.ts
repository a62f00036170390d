import { saveEraseAfterDays } from "@/lib/db/erasure/erasures";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { permit } from "../access/permit";
import type { Context } from "../context";

/** After how many days a call's personal values go by themselves, from the next night on; null: never. */
export async function saveErasureSetting(ctx: Context, days: number | null): Promise<void> {
  permit(ctx.actor, "update", "settings");
  await inCompanySql(ctx.company.id, (tx) => saveEraseAfterDays(tx, days));
}
