import { may, permission } from "@/lib/access/domain/access";
import type { Actor } from "@/lib/access/domain/actor";
import { type DomainError, Forbidden, Invalid, NotFound } from "@/lib/base/errors";
import { SIDES } from "@/lib/call/domain/call-state";
import { comesFromOutside } from "@/lib/call/domain/mechanism";
import type { BatchContext } from "@/lib/conversion/domain/context";
import { FLAG, forbidden } from "@/lib/conversion/domain/permissions";
import type { ItemRequest } from "./request-of-item";

/** Why this person may not resolve an item this way, checked on the locked calls; null if they may. */
export function rejectionOf(
  actor: Actor,
  context: BatchContext,
  { request, proposes }: Extract<ItemRequest, { kind: "request" }>,
): DomainError | null {
  if (proposes && !may(actor.access, "update", FLAG[proposes])) {
    return new Forbidden(permission(FLAG[proposes], "update"));
  }
  const refused = forbidden(actor, request.command, context.pricingTokens);
  if (refused) return refused;
  const call = context.calls.find(({ state }) => state.id === request.call.id);
  if (!call) return new NotFound("This call doesn’t exist in this company.");
  const { command } = request;
  const isOwn = request.actor === actor && command.kind === "update" && comesFromOutside(command.mechanism);
  const isLocked = isOwn && SIDES.some((side) => command[side] !== undefined && call.state[side].locked);
  return isLocked ? new Invalid({}, "The side is locked. Only a signed-in member can accept this.") : null;
}
