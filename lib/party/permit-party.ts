import type { Actor } from "@/lib/access/domain/actor";
import { permit } from "@/lib/access/permit";
import type { PartyKind } from "./domain/party-kind";

/** Who sent a call is a detail of it; offers and buyers stand on every call. Throws `Forbidden`. */
export function permitToRead(actor: Actor, kind: PartyKind): void {
  permit(actor, "read", kind === "traffic_source" ? "call.details" : "calls");
}
