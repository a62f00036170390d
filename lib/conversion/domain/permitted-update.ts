import { type CallState, SIDES, type Side } from "@/lib/call/domain/call-state";
import { comesFromBuyersSystem, comesFromOutside } from "@/lib/call/domain/mechanism";
import type { Update } from "./command";
import type { BatchContext } from "./context";
import { boundsError, takeBackError, withoutIgnored, withoutTokens } from "./update-limits";
import type { WorkingCall } from "./working-calls";

export type PermittedUpdate = {
  readonly update: Update;
  /** Why the rest is outside the limits of the buyer's settings; null if nothing is. */
  readonly outside: string | null;
  /** Locked sides that a token would have priced. */
  readonly locked: readonly Side[];
};

/**
 * The part of an update that the lock and the company's limits allow. `stateAfter` gives the call at the end of the
 * batch, with or without an update.
 */
export function permittedUpdate(
  { pricingTokens, settings, company, now }: BatchContext,
  { state }: WorkingCall,
  requested: Update,
  stateAfter: (update?: Update) => CallState,
): PermittedUpdate {
  const locked = SIDES.filter(
    (side) =>
      state[side].locked &&
      comesFromOutside(requested.mechanism) &&
      Object.keys(requested.tokens ?? {}).some((name) => pricingTokens[side].has(name)),
  );
  const unlockedTokens = locked.reduce(
    (tokens, side) => withoutTokens(tokens, pricingTokens[side]),
    requested.tokens ?? {},
  );
  const unlocked = locked.length === 0 ? requested : { ...requested, tokens: unlockedTokens };
  const limits = settings.inForce("buyer", state.buyer.partyId, state.startedAt)?.limits ?? null;
  if (limits === null || state.buyer.locked || !comesFromBuyersSystem(requested.mechanism)) {
    return { update: unlocked, outside: null, locked };
  }
  const update = withoutIgnored(unlocked, limits, pricingTokens.buyer);
  const limitError = (part: Update) =>
    boundsError(part, limits, pricingTokens.buyer, company.decimals) ??
    takeBackError(stateAfter(), stateAfter(part), limits, now);
  const outside = limitError(update);
  if (outside === null) return { update, outside, locked };
  const { buyer, tokens, ...others } = update;
  const prices = Object.keys(tokens ?? {}).some((name) => pricingTokens.buyer.has(name));
  const withTokens = { ...others, ...(tokens && { tokens }) };
  const tokensPass = buyer !== undefined && !prices && limitError(withTokens) === null;
  return { update: tokensPass ? withTokens : others, outside, locked };
}
