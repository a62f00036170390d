import type { Call, CallListQuery } from "@/lib/contracts/calls";
import { type CallCursor, listCallViews } from "@/lib/db/calls/list-calls";
import { inCompany } from "@/lib/db/in-company";
import { Invalid } from "@/lib/domain/errors";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { presentCall } from "./present-call";

const CALLS_A_PAGE = 50;

export type CallPage = { readonly calls: Call[]; readonly next_cursor: string | null };

/** Newest first, a page at a time; `next_cursor` is null on the last one. */
export async function listCalls(ctx: Context, query: CallListQuery): Promise<CallPage> {
  permit(ctx.actor, "read", "calls");
  // Who may not see a call's details may not find out about them by searching either.
  if (query.q || query.external_id) permit(ctx.actor, "read", "call.details");
  const perPage = query.per_page ?? CALLS_A_PAGE;
  const views = await inCompany(ctx.company.id, (tx) =>
    listCallViews(tx, {
      search: query.q?.trim(),
      externalId: query.external_id,
      after: query.cursor === undefined ? undefined : parseCursor(query.cursor),
      limit: perPage + 1,
    }),
  );
  const page = views.slice(0, perPage);
  const last = page.at(-1);
  return {
    calls: page.map((view) => presentCall(ctx, view)),
    next_cursor: views.length > perPage && last ? cursorOf(last) : null,
  };
}

function cursorOf({ startedAt, id }: CallCursor): string {
  return Buffer.from(`${startedAt.getTime()}.${id}`).toString("base64url");
}

function parseCursor(text: string): CallCursor {
  const match = /^([0-9]{1,14})\.([0-9]{1,16})$/.exec(Buffer.from(text, "base64url").toString("latin1"));
  if (!match)
    throw new Invalid({ cursor: "This is no cursor of a page before. Leave it out to begin with the newest." });
  return { startedAt: new Date(Number(match[1])), id: Number(match[2]) };
}
