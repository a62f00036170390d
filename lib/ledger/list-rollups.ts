import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { Invalid } from "@/lib/base/errors";
import { parseId } from "@/lib/base/ids";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { Rollup, RollupQuery } from "./contract/rollup";
import { presentRollup } from "./present-rollup";
import { listRollupViews } from "./sql/list-rollups";

const ROLLUPS_A_PAGE = 50;

export type RollupPage = { readonly rollups: Rollup[]; readonly next_cursor: string | null };

/** Past rollups, newest first, filtered by kind or day. The cursor is the last number of the previous page. */
export async function listRollups(ctx: Context, query: RollupQuery): Promise<RollupPage> {
  permit(ctx.actor, "read", "rollups");
  const below = query.cursor === undefined ? null : parseId(query.cursor);
  if (query.cursor !== undefined && below === null) {
    throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the newest." });
  }
  const perPage = query.per_page ?? ROLLUPS_A_PAGE;
  const { timeZone } = ctx.company;
  const wanted = { kind: query.kind ?? null, day: query.day ?? null, timeZone, below, limit: perPage + 1 };
  const views = await readInCompany(ctx.company.id, (tx) => listRollupViews(tx, wanted));
  const page = views.slice(0, perPage);
  return {
    rollups: page.map((view) => presentRollup(ctx, view)),
    next_cursor: views.length > perPage ? String(page.at(-1)?.number) : null,
  };
}
