import type { Context } from "@/lib/access/context";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { NamedParty, Party, PartyListQuery } from "./contract";
import type { PartyKind } from "./domain/party-kind";
import { parsePartyCursor } from "./party-cursor";
import { permitToRead } from "./permit-party";
import { presentParty } from "./present-party";
import { listPartyRows, readNames } from "./sql/party-rows";

const PARTIES_A_PAGE = 20;

type PartyList = { readonly parties: Party[]; readonly next_cursor: string | null };

/** Active parties by name, unless the query says otherwise. Throws `Forbidden`, or `Invalid` for a wrong cursor. */
export async function listParties(ctx: Context, kind: PartyKind, query: PartyListQuery): Promise<PartyList> {
  permitToRead(ctx.actor, kind);
  const { q = "", state = "active", sort = "name", per_page: perPage = PARTIES_A_PAGE } = query;
  const page = { search: q.trim(), state, sort, after: parsePartyCursor(query.cursor), limit: perPage + 1 };
  const rows = await readInCompany(ctx.company.id, (tx) => listPartyRows(tx, kind, page));
  const shown = rows.slice(0, perPage);
  const last = shown.at(-1);
  return {
    parties: shown.map(presentParty),
    next_cursor: rows.length > perPage && last ? String(last.id) : null,
  };
}

/** The names of these parties, also of archived ones. Throws `Forbidden`. */
export async function listPartyNames(ctx: Context, kind: PartyKind, ids: readonly number[]): Promise<NamedParty[]> {
  permitToRead(ctx.actor, kind);
  return ids.length === 0 ? [] : readInCompany(ctx.company.id, (tx) => readNames(tx, kind, ids));
}
