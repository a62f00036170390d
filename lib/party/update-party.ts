import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Party, PartyUpdate } from "./contract";
import type { PartyKind } from "./domain/party-kind";
import { presentParty } from "./present-party";
import { lockPartyRow, savePartyRow } from "./sql/party-rows";

/**
 * Renames, archives or restores; absent fields are unchanged. An archived party keeps its calls, terms, settings and
 * account, and calls that still arrive for it are recorded. Throws `Forbidden` or `NotFound`.
 */
export function updateParty(
  ctx: Context,
  kind: PartyKind,
  id: number,
  { name, archived }: PartyUpdate,
): Promise<Party> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, async (tx) => {
    const before = await lockPartyRow(tx, kind, id);
    if (!before) throw new NotFound();
    const after = {
      ...before,
      name: name ?? before.name,
      archivedAt: archived === undefined ? before.archivedAt : archived ? (before.archivedAt ?? ctx.now()) : null,
    };
    if (after.name !== before.name || after.archivedAt !== before.archivedAt) await savePartyRow(tx, kind, after);
    return presentParty(after);
  });
}
