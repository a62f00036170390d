import type { Actor } from "@/lib/access/domain/actor";
import { WEBHOOK_ACCESS } from "@/lib/access/domain/roles";
import type { Endpoint } from "./sql/endpoint";

/** A buyer's webhook as an actor. */
export function webhookActor({ id, name }: Pick<Endpoint, "id" | "name">): Actor {
  return { type: "webhook", id, name, access: WEBHOOK_ACCESS };
}
