import type { Context } from "@/lib/access/context";
import { type Access, may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import type { EventLogQuery, InboundEvent } from "./contract/event";
import { callIdsOf, payloadText } from "./event-content";
import { cursorOf, parseCursor } from "./event-cursor";
import { type LoggedRow, listLog } from "./sql/list-events";

const EVENTS_A_PAGE = 50;

export type EventLogPage = { readonly events: InboundEvent[]; readonly next_cursor: string | null };

/**
 * What arrived from outside, newest first: every event at an integration or a buyer's webhook, and every rejected
 * request of a secure token or of an API key that reports calls. Throws `Forbidden` or `Invalid`.
 */
export async function listEventLog(ctx: Context, query: EventLogQuery): Promise<EventLogPage> {
  permit(ctx.actor, "read", "settings");
  const perPage = query.per_page ?? EVENTS_A_PAGE;
  const after = query.cursor === undefined ? null : parseCursor(query.cursor);
  return readInCompanySql(ctx.company.id, async (tx) => {
    const rows = await listLog(tx, { outcome: query.outcome ?? null, after, limit: perPage + 1 });
    const page = rows.slice(0, perPage);
    const last = page.at(-1);
    const mayRead = mayReadAnyPost(ctx.actor.access);
    return {
      events: page.map((row) => present(row, mayRead)),
      next_cursor: rows.length > perPage && last ? cursorOf(last) : null,
    };
  });
}

function present(row: LoggedRow, mayRead: boolean): InboundEvent {
  return {
    id: row.id,
    received_at: row.receivedAt.toISOString(),
    sender: { type: row.senderType, id: row.senderId, name: row.senderName },
    method: row.method,
    signature: row.signature,
    answered: row.status,
    outcome: row.outcome,
    problem: row.problem,
    call_ids: callIdsOf(row),
    payload: mayRead ? payloadText(row) : null,
  };
}

/** A raw payload may contain callers and both amounts anywhere. */
function mayReadAnyPost(access: Access): boolean {
  return (["call.details", "call.revenue", "call.payout"] as const).every((area) => may(access, "read", area));
}
