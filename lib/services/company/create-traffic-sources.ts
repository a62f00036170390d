import type { Party } from "@/lib/contracts/parties";
import { insertTrafficSources } from "@/lib/db/company/insert-parties";
import { inCompany } from "@/lib/platform/sql/in-company";
import { permit } from "../access/permit";
import type { Context } from "../context";

export function createTrafficSources(ctx: Context, names: readonly string[]): Promise<Party[]> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, (tx) => insertTrafficSources(tx, names));
}

/** One of them, by its name. */
export async function createTrafficSource(ctx: Context, name: string): Promise<Party> {
  const [created] = await createTrafficSources(ctx, [name]);
  if (!created) throw new Error("one name in, nothing out");
  return created;
}
