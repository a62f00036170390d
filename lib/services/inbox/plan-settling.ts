import type { InboxAction } from "@/lib/contracts/inbox";
import { neededPermissions } from "@/lib/conversion/domain/needed-permissions";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import type { SqlTx } from "@/lib/db/in-company";
import { findIdsOfUuids } from "@/lib/db/inbox/find-ids-of-uuids";
import type { InboxRow } from "@/lib/db/inbox/inbox-row";
import { readCallStates } from "@/lib/db/inbox/read-call-states";
import { findEndpoint } from "@/lib/inbound/sql/find-endpoint";
import { may, permission } from "@/lib/domain/access/access";
import type { Actor } from "@/lib/domain/access/actor";
import { HOOK_ACCESS, SECURE_TOKEN_ACCESS } from "@/lib/domain/access/roles";
import type { Side } from "@/lib/domain/call/call-state";
import { comesFromOutside, mechanismOfActor } from "@/lib/domain/call/mechanism";
import { DomainError, Forbidden, Invalid, NotFound } from "@/lib/domain/errors";
import { isUuid } from "@/lib/domain/ids";
import { statementOf } from "../call/update-call";
import type { Context } from "../context";
import { considerPost } from "../hooks/consider-post";
import { statementRequest } from "../hooks/statement-request";
import { actionsFor } from "./actions-for";
import { keptUpdate } from "./kept-update";

/** What settling an item takes. */
export type Plan =
  | { readonly kind: "refuse"; readonly error: DomainError }
  | { readonly kind: "dismiss" }
  /** Ask the facts again: nobody is quoted. */
  | { readonly kind: "evaluate"; readonly callId: number; readonly side: Side }
  | { readonly kind: "convert"; readonly callId: number; readonly request: ConversionRequest };

export type Target = { readonly action: InboxAction; readonly callId?: number | undefined };

/** Reads what the action needs and writes nothing, so that it also tells beforehand what would happen. */
export async function planSettling(tx: SqlTx, ctx: Context, row: InboxRow, target: Target): Promise<Plan> {
  try {
    if (!actionsFor(row).includes(target.action)) throw new Invalid({}, CANNOT[target.action]);
    return permitted(ctx, await planOf(tx, ctx, row, target));
  } catch (error) {
    if (error instanceof DomainError) return { kind: "refuse", error };
    throw error;
  }
}

const CANNOT: Record<InboxAction, string> = {
  match: "There is no statement in this that could be applied to a call. Dismiss it.",
  accept: "This waits for a call or a correction: match, retry or dismiss it.",
  retry: "There is nothing in this that could be tried again: accept or dismiss it.",
  dismiss: "This cannot be dismissed.",
};

async function planOf(tx: SqlTx, ctx: Context, row: InboxRow, { action, callId }: Target): Promise<Plan> {
  if (action === "dismiss") return { kind: "dismiss" };
  if (action === "match") return matching(tx, ctx, row, callId);
  if (action === "retry") return retrying(tx, ctx, row);
  if (row.callId === null || row.side === null) throw new NotFound("The call this is about is gone. Dismiss it.");
  if (row.reason === "duplicate_freed") return { kind: "evaluate", callId: row.callId, side: row.side };
  if (row.reason === "would_fall") {
    const wish = { kind: "fall", side: row.side } as const;
    return { kind: "convert", callId: row.callId, request: { call: { id: row.callId }, actor: ctx.actor, wish } };
  }
  return accepting(tx, ctx, row, { callId: row.callId, side: row.side });
}

/** What was held becomes the word of whoever accepts it. */
async function accepting(
  tx: SqlTx,
  ctx: Context,
  row: InboxRow,
  { callId, side }: { readonly callId: number; readonly side: Side },
): Promise<Plan> {
  const secure = row.actorType === "hook" || row.actorType === "secure_token";
  const kept = keptUpdate(row.statement ?? row.payload, { secure });
  if (!kept.ok) throw kept.error;
  const state = (await readCallStates(tx, [callId])).get(callId);
  if (state?.[side].locked && comesFromOutside(mechanismOfActor(ctx.actor))) {
    throw new Invalid({}, "The side is locked: only a person who is signed in can accept this.");
  }
  const { buyer_converted, revenue, buyer_id, offer_converted, payout, traffic_source_id, reason } = kept.update;
  const said =
    side === "buyer" ? { buyer_converted, revenue, buyer_id } : { offer_converted, payout, traffic_source_id };
  const named = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  if (Object.keys(named).length === 0) throw new Invalid({}, CANNOT.match);
  const request = { call: { id: callId }, actor: ctx.actor, wish: statementOf(ctx, named) };
  return { kind: "convert", callId, request: { ...request, ...(reason !== undefined && { reason }) } };
}

/** The sender's own statement, for the call that a person names. A buyer's post reaches its own calls also by hand. */
async function matching(tx: SqlTx, ctx: Context, row: InboxRow, callId: number | undefined): Promise<Plan> {
  const state = callId === undefined ? undefined : (await readCallStates(tx, [callId])).get(callId);
  if (callId === undefined || !state) throw new NotFound("There is no such call in this company.");
  const buyerId = soughtBuyer(row);
  if (buyerId !== null && state.buyer.partyId !== buyerId) {
    throw new Invalid({ call: "This call is another buyer's: what a buyer posts reaches its own calls only." });
  }
  return applying(tx, ctx, row, callId, row.statement ?? row.payload);
}

/** What is kept is read again as the same door would read it now. */
async function retrying(tx: SqlTx, ctx: Context, row: InboxRow): Promise<Plan> {
  if (row.endpointId !== null) return retryingPost(tx, ctx, row, row.endpointId);
  const { call_uuid: uuid } = row.payload;
  const [found] = typeof uuid === "string" && isUuid(uuid) ? await findIdsOfUuids(tx, [uuid]) : [];
  const callId = row.callId ?? found;
  if (callId === undefined) throw new NotFound("There is still no call with this uuid.");
  return applying(tx, ctx, row, callId, row.payload);
}

async function retryingPost(tx: SqlTx, ctx: Context, row: InboxRow, endpointId: number): Promise<Plan> {
  const endpoint = await findEndpoint(tx, endpointId);
  if (endpoint?.provider !== "buyer") throw new Invalid({}, "Replay this from the log of its source.");
  const { event_id: id } = row.statement ?? {};
  const messageId = typeof id === "string" ? id : undefined;
  // A time that was not told is the time at which it arrived, not now.
  const batch = { company: ctx.company, now: () => row.receivedAt };
  const considered = await considerPost(tx, batch, { endpoint, parameters: row.payload, messageId });
  if (considered.kind === "request") return { ...considered, kind: "convert" };
  throw new Invalid({}, considered.kind === "nothing" ? considered.why : (considered.item.problem ?? CANNOT.retry));
}

async function applying(
  tx: SqlTx,
  ctx: Context,
  row: InboxRow,
  callId: number,
  statement: InboxRow["payload"],
): Promise<Plan> {
  const request = await statementRequest(tx, ctx, { actor: senderOf(row), callId, statement, payload: row.payload });
  return { kind: "convert", callId, request };
}

/** Whoever sent it, with what its door lets it do. */
export function senderOf(row: InboxRow): Actor {
  const access = row.actorType === "hook" ? HOOK_ACCESS : SECURE_TOKEN_ACCESS;
  return { type: row.actorType, id: row.actorId, name: row.actorName ?? row.actorType, access };
}

export function soughtBuyer(row: InboxRow): number | null {
  const { sought } = row.statement ?? {};
  if (typeof sought !== "object" || sought === null || !("buyer_id" in sought)) return null;
  return Number(sought.buyer_id);
}

/** Whoever settles it has to be allowed what it does. */
function permitted(ctx: Context, plan: Plan): Plan {
  if (plan.kind !== "convert" && plan.kind !== "evaluate") return plan;
  const { wish, tokens } =
    plan.kind === "convert" ? plan.request : { wish: { kind: "fall" as const, side: plan.side }, tokens: undefined };
  const needed = [...neededPermissions(wish), ...(tokens ? (["call.tokens"] as const) : [])];
  const missing = needed.find((area) => !may(ctx.actor.access, "update", area));
  if (missing) throw new Forbidden(permission(missing, "update"));
  return plan;
}
