import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Party } from "./contract";
import { presentParty } from "./present-party";
import { insertTrafficSources } from "./sql/insert-parties";

export function createTrafficSources(ctx: Context, names: readonly string[]): Promise<Party[]> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, async (tx) => (await insertTrafficSources(tx, names)).map(presentParty));
}

export async function createTrafficSource(ctx: Context, name: string): Promise<Party> {
  const [created] = await createTrafficSources(ctx, [name]);
  if (!created) throw new Error("one name gave no row");
  return created;
}
