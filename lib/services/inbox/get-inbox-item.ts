import { NotFound } from "@/lib/base/errors";
import type { Call } from "@/lib/contracts/calls";
import type { InboxItem } from "@/lib/contracts/inbox";
import { soughtBuyer } from "@/lib/conversion/inbox-sender";
import { readCallViews } from "@/lib/db/calls/call-view";
import { findCallsOfCaller } from "@/lib/db/inbox/find-calls-of-caller";
import { findIdsOfUuids } from "@/lib/db/inbox/find-ids-of-uuids";
import type { InboxRow } from "@/lib/db/inbox/inbox-row";
import { readInboxRows } from "@/lib/db/inbox/list-inbox";
import { inCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import { permit } from "../access/permit";
import { callRef } from "../call/call-ref";
import { presentCall } from "../call/present-call";
import type { Context } from "../context";
import { presentItems } from "./present-items";

const DAY_MS = 24 * 60 * 60_000;

/** One item, the calls it may be about, and what matching it with `call` would do. Throws `Forbidden` or `NotFound`. */
export async function getInboxItem(
  ctx: Context,
  id: number,
  { call }: { readonly call?: string | undefined } = {},
): Promise<{ item: InboxItem; candidates: Call[] }> {
  permit(ctx.actor, "read", "calls");
  return inCompanySql(ctx.company.id, async (tx) => {
    const [row] = await readInboxRows(tx, [id]);
    if (!row) throw new NotFound();
    const [item] = await presentItems(tx, ctx, [row], call === undefined ? undefined : await idOf(tx, call));
    if (!item) throw new NotFound();
    const ids = row.settled ? [] : await candidatesOf(tx, row);
    const views = await readCallViews(tx, ids);
    return { item, candidates: ids.flatMap((each) => views.get(each) ?? []).map((view) => presentCall(ctx, view)) };
  });
}

/** A call that is not there has no number that is: 0. */
async function idOf(tx: SqlTx, text: string): Promise<number> {
  const ref = callRef(text.trim());
  return "id" in ref ? ref.id : ((await findIdsOfUuids(tx, [ref.uuid]))[0] ?? 0);
}

/** The caller's calls to this buyer, a day more on either side than the sender's time allows. */
async function candidatesOf(tx: SqlTx, row: InboxRow): Promise<number[]> {
  const buyerId = soughtBuyer(row);
  const { sought } = row.statement ?? {};
  if (buyerId === null || row.soughtCaller === null || typeof sought !== "object" || sought === null) return [];
  const { from, until } = sought as { from?: string; until?: string };
  if (!from || !until) return [];
  return findCallsOfCaller(tx, {
    buyerId,
    callerHashes: [Buffer.from(row.soughtCaller, "hex")],
    from: new Date(Date.parse(from) - DAY_MS),
    until: new Date(Date.parse(until) + DAY_MS),
  });
}
