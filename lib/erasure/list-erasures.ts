import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { Invalid } from "@/lib/base/errors";
import { parseId } from "@/lib/base/ids";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import type { Erasure as ErasureContract, ErasureList } from "./contract";
import { type Erasure, readEraseAfterDays, listErasures as readErasures } from "./sql/erasures";

const ERASURES_A_PAGE = 50;

type Query = { readonly cursor?: string | undefined; readonly per_page?: number | undefined };

/** Erasures, newest first, and the days until automatic erasure. Throws `Forbidden`. */
export async function listErasures(ctx: Context, query: Query = {}): Promise<ErasureList> {
  permit(ctx.actor, "read", "settings");
  const below = query.cursor === undefined ? null : parseId(query.cursor);
  if (query.cursor !== undefined && below === null) {
    throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the newest." });
  }
  const perPage = query.per_page ?? ERASURES_A_PAGE;
  const { rows, days } = await readInCompanySql(ctx.company.id, async (tx) => ({
    rows: await readErasures(tx, below, perPage + 1),
    days: await readEraseAfterDays(tx),
  }));
  const page = rows.slice(0, perPage);
  return {
    status: 200,
    erase_after_days: days,
    erasures: page.map(presentErasure),
    metadata: { next_cursor: rows.length > perPage ? String(page.at(-1)?.id) : null },
  };
}

function presentErasure(erasure: Erasure): ErasureContract {
  return {
    id: erasure.id,
    erased_at: erasure.erasedAt.toISOString(),
    calls: erasure.callCount,
    started_before: erasure.startedBefore?.toISOString() ?? null,
    caller_hash: erasure.callerHash && Buffer.from(erasure.callerHash).toString("hex"),
    by: erasure.actorName ?? "Callmark",
  };
}
