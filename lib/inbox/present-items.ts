import type { Context } from "@/lib/access/context";
import { type Area, may } from "@/lib/access/domain/access";
import { presentCall } from "@/lib/call/present-call";
import { readCallViews } from "@/lib/call/sql/call-view";
import { readPricingTokens } from "@/lib/call/sql/pricing-tokens";
import { soughtBuyer } from "@/lib/conversion/inbox-sender";
import { parseUpdate } from "@/lib/conversion/parse-update";
import type { InboxRow } from "@/lib/conversion/sql/inbox-row";
import { readPartyNames } from "@/lib/party/sql/party-names";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { actionsFor } from "./actions-for";
import type { InboxItem } from "./contract";
import { previewItems } from "./preview-items";
import { visiblePayload } from "./visible-payload";

/** Items as this reader may see them, each with a preview of its usual action; `callId` is the call to match. */
export async function presentItems(
  tx: SqlTx,
  ctx: Context,
  rows: readonly InboxRow[],
  callId?: number,
): Promise<InboxItem[]> {
  const asked = rows.flatMap((row) => {
    const [usual] = callId === undefined ? actionsFor(row) : (["match"] as const);
    const tellable = usual === "accept" || usual === "retry" || (usual === "match" && callId !== undefined);
    return tellable ? [{ row, target: { action: usual, callId } }] : [];
  });
  const pricing = await readPricingTokens(tx);
  const previews = await previewItems(tx, ctx, asked);
  const calls = await readCallViews(
    tx,
    rows.flatMap((row) => row.callId ?? []),
  );
  const buyerIds = rows.flatMap((row) => soughtBuyer(row) ?? []);
  const { buyers } = await readPartyNames(tx, { buyerIds, sourceIds: [] });
  return rows.map((row) => {
    const call = row.callId === null ? undefined : calls.get(row.callId);
    const { payload, hidden } = visiblePayload(ctx.actor.access, pricing, row.payload);
    return {
      id: row.id,
      reason: row.reason,
      received_at: row.receivedAt.toISOString(),
      times: row.times,
      last_received_at: row.lastReceivedAt.toISOString(),
      side: row.side,
      mechanism: row.mechanism,
      actor: { type: row.actorType, name: row.actorName ?? NAMES[row.actorType] ?? row.actorType },
      call: call ? presentCall(ctx, call) : null,
      sought: soughtOf(row, buyers),
      update: updateOf(ctx, row),
      problem: row.problem,
      payload,
      payload_hidden: hidden,
      preview: row.resolved ? null : (previews.get(row.id) ?? null),
      actions: actionsFor(row),
      resolved: row.resolved && {
        at: row.resolved.at.toISOString(),
        resolution: row.resolved.resolution,
        by: { type: row.resolved.byType ?? "system", name: row.resolved.byName ?? "Automatic" },
      },
    };
  });
}

const NAMES: Readonly<Record<string, string>> = { system: "Automatic", webhook: "A buyer's webhook" };

function soughtOf(
  { conversionUpdate, soughtUuid }: InboxRow,
  buyers: ReadonlyMap<number, string>,
): InboxItem["sought"] {
  const { sought } = conversionUpdate ?? {};
  if (typeof sought !== "object" || sought === null) return null;
  const { buyer_id, from, until } = sought as Record<string, unknown>;
  const time = (value: unknown) => (typeof value === "string" ? value : null);
  const id = Number(buyer_id);
  const name = buyers.get(id);
  return { uuid: soughtUuid, from: time(from), until: time(until), buyer: name === undefined ? null : { id, name } };
}

function updateOf({ actor }: Context, { conversionUpdate, payload, side }: InboxRow): InboxItem["update"] {
  const parsed = parseUpdate(conversionUpdate ?? payload);
  if (!parsed.ok) return null;
  const { buyer_converted, offer_converted, revenue, payout, reason } = parsed.update;
  const buyer = { buyer_converted, revenue };
  const offer = { offer_converted, payout };
  const named = { ...(side !== "offer" && buyer), ...(side !== "buyer" && offer), reason };
  const shown = Object.entries(named).filter(
    ([name, value]) => value !== undefined && may(actor.access, "read", AREAS[name] ?? "call.details"),
  );
  return Object.fromEntries(shown);
}

const AREAS: Readonly<Record<string, Area>> = {
  buyer_converted: "call.buyer_converted",
  offer_converted: "call.offer_converted",
  revenue: "call.revenue",
  payout: "call.payout",
};
