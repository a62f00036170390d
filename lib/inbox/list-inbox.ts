import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { Invalid } from "@/lib/base/errors";
import { type InboxCursor, listInboxRows } from "@/lib/conversion/sql/list-inbox";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import type { InboxItem, InboxQuery } from "./contract";
import { presentItems } from "./present-items";

const ITEMS_A_PAGE = 50;

export type InboxPage = { readonly items: InboxItem[]; readonly next_cursor: string | null };

/** Open or resolved items, newest first, in pages; `next_cursor` is null on the last page. */
export async function listInbox(ctx: Context, query: InboxQuery): Promise<InboxPage> {
  permit(ctx.actor, "read", "calls");
  const perPage = query.per_page ?? ITEMS_A_PAGE;
  const after = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  return inCompanySql(ctx.company.id, async (tx) => {
    const { reason, state = "open" } = query;
    const rows = await listInboxRows(tx, { reason, state, after, limit: perPage + 1 });
    const page = rows.slice(0, perPage);
    const last = page.at(-1);
    const items = await presentItems(tx, ctx, page);
    return { items, next_cursor: rows.length > perPage && last ? cursorOf(last) : null };
  });
}

function cursorOf({ receivedAt, id }: InboxCursor): string {
  return Buffer.from(`${receivedAt.getTime()}.${id}`).toString("base64url");
}

function parseCursor(text: string): InboxCursor {
  const match = /^([0-9]{1,14})\.([0-9]{1,16})$/.exec(Buffer.from(text, "base64url").toString("latin1"));
  if (!match) throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the newest." });
  return { receivedAt: new Date(Number(match[1])), id: Number(match[2]) };
}
