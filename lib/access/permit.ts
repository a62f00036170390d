import { Forbidden } from "@/lib/base/errors";
import { type Area, may, permission } from "./domain/access";
import type { Actor } from "./domain/actor";

/** Throws `Forbidden` with the permission unless the actor has it. Every function for an actor starts with this. */
export function permit(actor: Actor, level: "read" | "update", area: Area): void {
  if (!may(actor.access, level, area)) throw new Forbidden(permission(area, level));
}
