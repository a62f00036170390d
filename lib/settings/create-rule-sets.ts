import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { inCompany } from "@/lib/platform/sql/in-company";
import { insertRuleSets, type OfferSettings } from "./sql/insert-rule-sets";

/** A new settings version per named offer, for calls that start from `validFrom` on. */
export async function createRuleSets(ctx: Context, settings: readonly OfferSettings[]): Promise<void> {
  permit(ctx.actor, "update", "settings");
  await inCompany(ctx.company.id, (tx) => insertRuleSets(tx, settings));
}
