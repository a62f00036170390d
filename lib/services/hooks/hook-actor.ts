import type { Endpoint } from "@/lib/db/webhooks/endpoint";
import type { Actor } from "@/lib/domain/access/actor";
import { HOOK_ACCESS } from "@/lib/domain/access/roles";

/** A buyer's address as somebody who acts. */
export function hookActor({ id, name }: Pick<Endpoint, "id" | "name">): Actor {
  return { type: "hook", id, name, access: HOOK_ACCESS };
}
