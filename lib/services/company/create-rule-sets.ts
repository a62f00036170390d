import { insertRuleSets, type OfferSettings } from "@/lib/db/company/insert-rule-sets";
import { inCompany } from "@/lib/platform/sql/in-company";
import { permit } from "../access/permit";
import type { Context } from "../context";

/** A new version of the conversion settings of each offer named: for calls that start from `validFrom` on. */
export async function createRuleSets(ctx: Context, settings: readonly OfferSettings[]): Promise<void> {
  permit(ctx.actor, "update", "settings");
  await inCompany(ctx.company.id, (tx) => insertRuleSets(tx, settings));
}
