import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { Party } from "./contract";
import { searchBuyers, searchOffers, searchTrafficSources } from "./sql/search-parties";

const NAMES_AT_ONCE = 20;

type Search = { readonly q?: string | undefined; readonly per_page?: number | undefined };

/** Buyers whose name contains the text, matches at the beginning first. */
export function findBuyers(ctx: Context, { q = "", per_page = NAMES_AT_ONCE }: Search): Promise<Party[]> {
  permit(ctx.actor, "read", "calls");
  return readInCompany(ctx.company.id, (tx) => searchBuyers(tx, q.trim(), per_page));
}

/** Offers whose name contains the text, matches at the beginning first. */
export function findOffers(ctx: Context, { q = "", per_page = NAMES_AT_ONCE }: Search): Promise<Party[]> {
  permit(ctx.actor, "read", "calls");
  return readInCompany(ctx.company.id, (tx) => searchOffers(tx, q.trim(), per_page));
}

/** Traffic sources whose name contains the text, matches at the beginning first. */
export function findTrafficSources(ctx: Context, { q = "", per_page = NAMES_AT_ONCE }: Search): Promise<Party[]> {
  permit(ctx.actor, "read", "call.details");
  return readInCompany(ctx.company.id, (tx) => searchTrafficSources(tx, q.trim(), per_page));
}
