import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { Party } from "./contract";
import type { PartyKind } from "./domain/party-kind";
import { permitToRead } from "./permit-party";
import { presentParty } from "./present-party";
import { findPartyRow } from "./sql/party-rows";

/** Throws `Forbidden` or `NotFound`. */
export async function getParty(ctx: Context, kind: PartyKind, id: number): Promise<Party> {
  permitToRead(ctx.actor, kind);
  const row = await readInCompany(ctx.company.id, (tx) => findPartyRow(tx, kind, id));
  if (!row) throw new NotFound();
  return presentParty(row);
}

/** For its page, which is for those who read settings, or keep the books. Throws `Forbidden` or `NotFound`. */
export async function getPartyOfPage(ctx: Context, kind: PartyKind, id: number): Promise<Party> {
  if (!may(ctx.actor.access, "read", "billing")) permit(ctx.actor, "read", "settings");
  return getParty(ctx, kind, id);
}
