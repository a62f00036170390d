import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudits } from "@/lib/audit/sql/record-audit";
import { Conflict, NotFound } from "@/lib/base/errors";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Party, PartyUpdate } from "./contract";
import type { PartyKind } from "./domain/party-kind";
import { presentParty } from "./present-party";
import { lockPartyRow, type PartyRow, savePartyRow } from "./sql/party-rows";

/**
 * Renames, archives or restores; absent fields are unchanged. An archived party keeps its calls, terms, settings and
 * account, and calls that still arrive for it are recorded. Throws `Forbidden`, `NotFound`, or `Conflict` if the name is
 * no longer the expected one.
 */
export function updateParty(
  ctx: Context,
  kind: PartyKind,
  id: number,
  { name, expected_name, archived }: PartyUpdate,
): Promise<Party> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, async (tx) => {
    const before = await lockPartyRow(tx, kind, id);
    if (!before) throw new NotFound();
    if (expected_name !== undefined && expected_name !== before.name) {
      throw new Conflict(
        `It was renamed to “${before.name}” in the meantime. Nothing was saved. Review it and save again.`,
      );
    }
    const after = {
      ...before,
      name: name ?? before.name,
      archivedAt: archived === undefined ? before.archivedAt : archived ? (before.archivedAt ?? ctx.now()) : null,
    };
    const deeds = deedsOf(kind, before, after);
    if (deeds.length > 0) await savePartyRow(tx, kind, after);
    await recordAudits(tx, ctx, deeds);
    return presentParty(after);
  });
}

function deedsOf(kind: PartyKind, before: PartyRow, after: PartyRow) {
  const { id } = before;
  const isRenamed = after.name !== before.name;
  const isMoved = (after.archivedAt === null) !== (before.archivedAt === null);
  return [
    ...(isRenamed
      ? [{ action: `${kind}.renamed`, id, before: { name: before.name }, after: { name: after.name } } as const]
      : []),
    ...(isMoved ? [{ action: `${kind}.${after.archivedAt ? "archived" : "restored"}`, id } as const] : []),
  ];
}
