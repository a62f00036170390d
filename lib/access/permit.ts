import { Forbidden } from "@/lib/base/errors";
import { type Area, may, permission } from "./domain/access";
import type { Actor } from "./domain/actor";

/** Throws `Forbidden`, with the permission, unless the actor has it. Every verb starts with this check. */
export function permit(actor: Actor, level: "read" | "update", area: Area): void {
  if (!may(actor.access, level, area)) throw new Forbidden(permission(area, level));
}
