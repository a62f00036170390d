import type { Actor } from "@/lib/domain/access/actor";
import { SECURE_TOKEN_ACCESS } from "@/lib/domain/access/roles";
import type { Endpoint } from "./sql/endpoint";

/** An integration as somebody who acts. */
export function integrationActor({ id, name }: Pick<Endpoint, "id" | "name">): Actor {
  return { type: "hook", id, name, access: SECURE_TOKEN_ACCESS };
}
