import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { callRef } from "@/lib/call/call-ref";
import type { Call } from "@/lib/call/contract/call";
import { presentCall } from "@/lib/call/present-call";
import { readCallViews } from "@/lib/call/sql/call-view";
import { findIdsOfUuids } from "@/lib/call/sql/find-ids-of-uuids";
import { soughtBuyer } from "@/lib/conversion/inbox-sender";
import type { InboxRow } from "@/lib/conversion/sql/inbox-row";
import { readInboxRows } from "@/lib/conversion/sql/list-inbox";
import { inCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { InboxItem } from "./contract";
import { presentItems } from "./present-items";
import { findCallsOfCaller } from "./sql/find-calls-of-caller";

const DAY_MS = 24 * 60 * 60_000;

/** One item, the calls it may be about, and a preview of matching it with `call`. Throws `Forbidden` or `NotFound`. */
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
    const ids = row.resolved ? [] : await candidatesOf(tx, row);
    const views = await readCallViews(tx, ids);
    return { item, candidates: ids.flatMap((id) => views.get(id) ?? []).map((view) => presentCall(ctx, view)) };
  });
}

/** Returns 0, which is no call's id, if there is no such call. */
async function idOf(tx: SqlTx, text: string): Promise<number> {
  const ref = callRef(text.trim());
  return "id" in ref ? ref.id : ((await findIdsOfUuids(tx, [ref.uuid]))[0] ?? 0);
}

/** The caller's calls to this buyer, one day before and after the time that the sender gave. */
async function candidatesOf(tx: SqlTx, row: InboxRow): Promise<number[]> {
  const buyerId = soughtBuyer(row);
  const { sought } = row.conversionUpdate ?? {};
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
