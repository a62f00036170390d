import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Party } from "./contract";
import { presentParty } from "./present-party";
import { insertOffers } from "./sql/insert-parties";

export function createOffers(ctx: Context, names: readonly string[]): Promise<Party[]> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, async (tx) => (await insertOffers(tx, names)).map(presentParty));
}

export async function createOffer(ctx: Context, name: string): Promise<Party> {
  const [created] = await createOffers(ctx, [name]);
  if (!created) throw new Error("one name gave no row");
  return created;
}
