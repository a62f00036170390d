import type { Actor } from "@/lib/access/domain/actor";
import { SECURE_TOKEN_ACCESS } from "@/lib/access/domain/roles";
import type { Endpoint } from "./sql/endpoint";

/** An integration as an actor. */
export function integrationActor({ id, name }: Pick<Endpoint, "id" | "name">): Actor {
  return { type: "webhook", id, name, access: SECURE_TOKEN_ACCESS };
}
