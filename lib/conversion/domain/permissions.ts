import { type Area, may, permission } from "@/lib/access/domain/access";
import type { Actor } from "@/lib/access/domain/actor";
import { Forbidden } from "@/lib/base/errors";
import { SIDES, type Side } from "@/lib/call/domain/call-state";
import { AMOUNT, type PricingTokens, pricedBy } from "@/lib/call/domain/pricing-tokens";
import { type Command, namesNothing } from "./command";
import type { FactsUpdate } from "./facts-update";

export const FLAG = { buyer: "call.buyer_converted", offer: "call.offer_converted" } as const satisfies Record<
  Side,
  Area
>;

/** Facts from an integration need no permission: its signature authorizes them. */
function neededForFacts(facts: FactsUpdate, pricing: PricingTokens): Area[] {
  switch (facts.kind) {
    case "transcript":
      return ["call.tokens"];
    case "fill":
      return ["calls", ...pricedBy(Object.keys(facts.tokens), pricing)];
    case "report":
      return [];
  }
}

/** The permissions that a command needs. A token that sets a price needs the permission of that amount. */
export function neededPermissions(command: Command, pricing: PricingTokens): Area[] {
  switch (command.kind) {
    case "update": {
      const names = Object.keys(command.tokens ?? {});
      return [
        ...SIDES.flatMap((side) => {
          const { converted, partyId, amountMinor, addMinor } = command[side] ?? {};
          const flag = converted !== undefined || partyId !== undefined ? [FLAG[side]] : [];
          const amount =
            amountMinor !== undefined || addMinor !== undefined || names.some((name) => pricing[side].has(name));
          return amount ? [...flag, AMOUNT[side]] : flag;
        }),
        ...(names.length > 0 ? (["call.tokens"] as const) : []),
      ];
    }
    case "addFacts":
      return neededForFacts(command.facts, pricing);
    case "evaluate":
      return ["calls"];
    case "restore":
      return SIDES.flatMap((side) => [FLAG[side], AMOUNT[side]]);
    default:
      return [FLAG[command.side]];
  }
}

/**
 * Why the actor may not give this command; null if they may. An actor who may update no field gets that answer first.
 */
export function forbidden({ access }: Actor, command: Command, pricing: PricingTokens): Forbidden | null {
  const needed = neededPermissions(command, pricing);
  const missing = needed.find((area) => !may(access, "update", area));
  if (missing) return new Forbidden(permission(missing, "update"));
  if (command.kind !== "update" || !namesNothing(command)) return null;
  const anything: Area[] = [FLAG.buyer, FLAG.offer, AMOUNT.buyer, AMOUNT.offer, "call.tokens"];
  return anything.some((area) => may(access, "update", area)) ? null : new Forbidden(permission(FLAG.buyer, "update"));
}
