import type { Context } from "@/lib/access/context";
import { DomainError, Invalid, NotFound } from "@/lib/base/errors";
import { isUuid } from "@/lib/base/ids";
import type { ConversionUpdate } from "@/lib/call/contract/call";
import type { Side } from "@/lib/call/domain/call-state";
import { findIdsOfUuids } from "@/lib/call/sql/find-ids-of-uuids";
import type { ConversionRequest, Match } from "@/lib/conversion/domain/request";
import { senderOf, soughtBuyer } from "@/lib/conversion/inbox-sender";
import { parseUpdate, requestOfUpdate } from "@/lib/conversion/parse-update";
import type { InboxRow } from "@/lib/conversion/sql/inbox-row";
import { updateCommand } from "@/lib/conversion/update-command";
import { resolvePost } from "@/lib/inbound/resolve-post";
import { findEndpoint } from "@/lib/inbound/sql/find-endpoint";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { actionsFor } from "./actions-for";
import type { InboxAction } from "./contract";

/** What resolving an item does: a conversion request, or nothing. */
export type ItemRequest =
  | { readonly kind: "rejected"; readonly error: DomainError }
  | { readonly kind: "dismiss" }
  | {
      readonly kind: "request";
      readonly request: ConversionRequest & { readonly call: { readonly id: number } };
      /** For a proposal: the side that must convert. */
      readonly proposes?: Side;
    };

export type Target = { readonly action: InboxAction; readonly callId?: number | undefined };

/** The request that an action on an item makes. Nothing is decided here: the plan checks everything under the locks. */
export async function requestOfItem(tx: SqlTx, ctx: Context, row: InboxRow, target: Target): Promise<ItemRequest> {
  try {
    if (!actionsFor(row).includes(target.action)) throw new Invalid({}, CANNOT[target.action]);
    return await requestOf(tx, ctx, row, target);
  } catch (error) {
    if (error instanceof DomainError) return { kind: "rejected", error };
    throw error;
  }
}

const CANNOT: Record<InboxAction, string> = {
  match: "This item can’t be applied to a call. Dismiss it.",
  accept: "This item waits for a call or a correction. Match, retry or dismiss it.",
  retry: "This item can’t be retried. Accept or dismiss it.",
  dismiss: "This item can’t be dismissed.",
};

async function requestOf(tx: SqlTx, ctx: Context, row: InboxRow, { action, callId }: Target): Promise<ItemRequest> {
  if (action === "dismiss") return { kind: "dismiss" };
  if (action === "match") return matching(ctx, row, callId);
  if (action === "retry") return retrying(tx, ctx, row);
  if (row.callId === null || row.side === null) throw new NotFound("The call no longer exists. Dismiss this item.");
  const call = { id: row.callId };
  const { actor } = ctx;
  if (row.reason === "duplicate_freed" || row.reason === "cap_freed") {
    return { kind: "request", request: { call, actor, command: { kind: "evaluate" } }, proposes: row.side };
  }
  if (row.reason === "would_revert") {
    return { kind: "request", request: { call, actor, command: { kind: "revert", side: row.side } } };
  }
  return accepting(ctx, row, row.side, call);
}

/** Turns a held update into an update by the person who accepts it. */
function accepting(ctx: Context, row: InboxRow, side: Side, call: { readonly id: number }): ItemRequest {
  const secure = row.actorType === "webhook" || row.actorType === "secure_token";
  const parsed = parseUpdate(row.conversionUpdate ?? row.payload, { secure });
  if (!parsed.ok) throw parsed.error;
  const { tokens, reason } = parsed.update;
  const named = fieldsOf(side, parsed.update);
  const namesSide = Object.values(named).some((value) => value !== undefined);
  // A lock holds only pricing tokens, with the side's fields or alone; other tokens were applied.
  const withTokens = tokens !== undefined && (row.reason !== "locked" || !namesSide);
  if (!namesSide && !withTokens) throw new Invalid({}, CANNOT.match);
  const update = Object.fromEntries(
    Object.entries({ ...named, ...(withTokens && { tokens }) }).filter(([, value]) => value !== undefined),
  );
  const request = { call, actor: ctx.actor, command: updateCommand(ctx, update) };
  return { kind: "request", request: { ...request, ...(reason !== undefined && { reason }) } };
}

function fieldsOf(side: Side, update: ConversionUpdate): ConversionUpdate {
  const { buyer_converted, revenue, add_revenue, buyer_id } = update;
  if (side === "buyer") return { buyer_converted, revenue, add_revenue, buyer_id };
  const { offer_converted, payout, add_payout, traffic_source_id } = update;
  return { offer_converted, payout, add_payout, traffic_source_id };
}

/** Applies the sender's update to the call that a person chose. A buyer's post still reaches the buyer's calls only. */
function matching(ctx: Context, row: InboxRow, callId: number | undefined): ItemRequest {
  if (callId === undefined) throw new NotFound("This call doesn’t exist in this company.");
  const buyerId = soughtBuyer(row);
  return applying(ctx, row, callId, row.conversionUpdate ?? row.payload, buyerId === null ? undefined : { buyerId });
}

/** Reads the stored payload again, as on arrival. */
async function retrying(tx: SqlTx, ctx: Context, row: InboxRow): Promise<ItemRequest> {
  if (row.endpointId !== null) return retryingPost(tx, ctx, row, row.endpointId);
  const { call_uuid: uuid } = row.payload;
  const [idOfUuid] = typeof uuid === "string" && isUuid(uuid) ? await findIdsOfUuids(tx, [uuid]) : [];
  const callId = row.callId ?? idOfUuid;
  if (callId === undefined) throw new NotFound("There is still no call with this UUID.");
  return applying(ctx, row, callId, row.payload, undefined);
}

async function retryingPost(tx: SqlTx, ctx: Context, row: InboxRow, endpointId: number): Promise<ItemRequest> {
  const endpoint = await findEndpoint(tx, endpointId);
  if (endpoint?.provider !== "buyer") throw new Invalid({}, "Replay this event from its integration.");
  const { event_id: id } = row.conversionUpdate ?? {};
  const messageId = typeof id === "string" ? id : undefined;
  // A missing time means the time of arrival, not now.
  const batch = { company: ctx.company, now: () => row.receivedAt };
  const post = await resolvePost(tx, batch, { endpoint, parameters: row.payload, messageId });
  if (post.kind === "request") return { kind: "request", request: post.request };
  throw new Invalid({}, post.kind === "nothing" ? post.why : (post.item.problem ?? CANNOT.retry));
}

function applying(
  ctx: Context,
  row: InboxRow,
  callId: number,
  conversionUpdate: InboxRow["payload"],
  match: Match | undefined,
): ItemRequest {
  const request = requestOfUpdate(ctx, senderOf(row), { conversionUpdate, payload: row.payload });
  return { kind: "request", request: { ...request, call: { id: callId }, ...(match && { match }) } };
}
