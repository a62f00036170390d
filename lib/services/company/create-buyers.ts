import type { Party } from "@/lib/contracts/parties";
import { insertBuyers } from "@/lib/db/company/insert-parties";
import { inCompany } from "@/lib/platform/sql/in-company";
import { permit } from "../access/permit";
import type { Context } from "../context";

export function createBuyers(ctx: Context, names: readonly string[]): Promise<Party[]> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, (tx) => insertBuyers(tx, names));
}

/** One of them, by its name. */
export async function createBuyer(ctx: Context, name: string): Promise<Party> {
  const [created] = await createBuyers(ctx, [name]);
  if (!created) throw new Error("one name in, nothing out");
  return created;
}
