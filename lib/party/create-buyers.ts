import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Party } from "./contract";
import { presentParty } from "./present-party";
import { insertBuyers } from "./sql/insert-parties";

export function createBuyers(ctx: Context, names: readonly string[]): Promise<Party[]> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, async (tx) => (await insertBuyers(tx, names)).map(presentParty));
}

export async function createBuyer(ctx: Context, name: string): Promise<Party> {
  const [created] = await createBuyers(ctx, [name]);
  if (!created) throw new Error("one name gave no row");
  return created;
}
