import { DomainError, Forbidden } from "@/lib/base/errors";
import { type Access, AREAS, type Area, may, permission } from "./domain/access";
import type { Actor } from "./domain/actor";

/**
 * Throws `Forbidden`, with the permission, unless the actor has it. Every verb starts with this check. An actor that is
 * restricted to buyers is rejected, too: verbs about single calls use `permitOnCalls`.
 */
export function permit(actor: Actor, level: "read" | "update", area: Area): void {
  if (actor.buyerIds) throw new RestrictedToBuyers();
  permitOnCalls(actor, level, area);
}

/** The same for verbs that check the buyer of each call with `reachesBuyer`. */
export function permitOnCalls(actor: Actor, level: "read" | "update", area: Area): void {
  if (!may(actor.access, level, area)) throw new Forbidden(permission(area, level));
}

class RestrictedToBuyers extends DomainError {
  constructor() {
    super(
      "forbidden",
      "This key is restricted to the calls of some buyers. Use one without buyers. Nothing was saved.",
    );
  }
}

/** Throws `Forbidden` if this access allows what the actor may not do: nobody hands out more than they have. */
export function permitAtMost(actor: Actor, access: Access): void {
  for (const area of AREAS) {
    for (const level of ["read", "update"] as const) if (may(access, level, area)) permit(actor, level, area);
  }
}
