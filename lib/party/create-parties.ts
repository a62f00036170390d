import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudits } from "@/lib/audit/sql/record-audit";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Party } from "./contract";
import type { PartyKind } from "./domain/party-kind";
import { presentParty } from "./present-party";
import { insertParties } from "./sql/insert-parties";

/** Names may repeat. Throws `Forbidden`. */
export function createParties(ctx: Context, kind: PartyKind, names: readonly string[]): Promise<Party[]> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, async (tx) => {
    const created = await insertParties(tx, kind, names);
    const deeds = created.map(({ id, name }) => ({ action: `${kind}.created`, id, after: { name } }) as const);
    await recordAudits(tx, ctx, deeds);
    return created.map(presentParty);
  });
}

/** Throws `Forbidden`. */
export async function createParty(ctx: Context, kind: PartyKind, name: string): Promise<Party> {
  const [created] = await createParties(ctx, kind, [name]);
  if (!created) throw new Error("one name gave no row");
  return created;
}
