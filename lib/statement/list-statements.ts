import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { Invalid } from "@/lib/base/errors";
import { parseId } from "@/lib/base/ids";
import { seesAccounts } from "@/lib/ledger/permit-account";
import { findAccount } from "@/lib/ledger/sql/find-account";
import { todayOf } from "@/lib/ledger/today-of";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { StatementQuery, StatementSummary } from "./contract/statement";
import { presentSummary } from "./present-statement";
import { listStatementRows } from "./sql/list-statements";

const STATEMENTS_A_PAGE = 50;

export type StatementPage = { readonly statements: StatementSummary[]; readonly next_cursor: string | null };

/** Statements, newest first; amounts only for readers who may see them. Throws `Forbidden` or `Invalid`. */
export function listStatements(ctx: Context, query: StatementQuery): Promise<StatementPage> {
  permit(ctx.actor, "read", "billing");
  const below = query.cursor === undefined ? null : parseId(query.cursor);
  if (query.cursor !== undefined && below === null) {
    throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the newest." });
  }
  const owner = ownerOf(query);
  const today = todayOf(ctx);
  const perPage = query.per_page ?? STATEMENTS_A_PAGE;
  return readInCompany(ctx.company.id, async (tx) => {
    const account = owner && (await findAccount(tx, owner));
    if (owner && !account) return { statements: [], next_cursor: null };
    const wanted = {
      accountId: account?.id ?? null,
      type: query.type ?? null,
      search: query.q?.replaceAll("\0", "").trim() ?? "",
      state: query.state ?? null,
      month: query.month ?? null,
      today,
      below,
    };
    const rows = await listStatementRows(tx, { ...wanted, atMost: perPage + 1 });
    const page = rows.slice(0, perPage);
    return {
      statements: page.map((row) => presentSummary(row, today, seesAccounts(ctx.actor, row.ownerType))),
      next_cursor: rows.length > perPage ? String(page.at(-1)?.number) : null,
    };
  });
}

/** The party that a request names, or null. Throws `Invalid` if it names two. */
export function ownerOf(query: {
  readonly buyer_id?: number | undefined;
  readonly traffic_source_id?: number | undefined;
}): AccountOwner | null {
  const { buyer_id: buyer, traffic_source_id: source } = query;
  if (buyer !== undefined && source !== undefined) {
    throw new Invalid({ traffic_source_id: "Send a buyer or a traffic source, not both." });
  }
  if (buyer !== undefined) return { type: "buyer", id: buyer };
  return source === undefined ? null : { type: "traffic_source", id: source };
}
