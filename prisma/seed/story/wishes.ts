import type { SideStatement } from "@/lib/conversion/domain/command";
import type { Actor } from "@/lib/domain/access/actor";
import type { Side } from "@/lib/domain/call/call-state";
import { mechanismOfActor } from "@/lib/domain/call/mechanism";
import type { Posted, Wished } from "./planned-call";

type Said = { readonly buyer?: SideStatement; readonly offer?: SideStatement };
type More = Pick<Wished, "reason" | "tokens"> & { readonly eventId?: string; readonly occurredAt?: Date };

/** Somebody says how a call stands. */
export function says(actor: Actor, at: Date, said: Said, { eventId, occurredAt, ...more }: More = {}): Wished {
  const wish = {
    kind: "statement" as const,
    mechanism: mechanismOfActor(actor),
    ...said,
    ...(eventId === undefined ? {} : { eventId }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
  };
  return { at, actor, wish, ...more, payload: payloadOf(said) };
}

/** A system tells more of a call, or something else than before, and of no side. */
export function tells(actor: Actor, at: Date, tokens: Readonly<Record<string, string>>): Wished {
  return says(actor, at, {}, { tokens });
}

export function locks(actor: Actor, at: Date, side: Side): Wished {
  return { at, actor, wish: { kind: "lock", side, locked: true } };
}

export function returnsToAutomatic(actor: Actor, at: Date, side: Side): Wished {
  return { at, actor, wish: { kind: "automatic", side } };
}

/** A buyer's system posts to its own address; about the call itself, unless the post names a caller. */
export function posts(buyerId: number, at: Date, body: Posted["body"]): Posted {
  return { at, buyerId, body };
}

/** What would have arrived: only the inbox keeps it. */
function payloadOf({ buyer, offer }: Said): Record<string, string> {
  return {
    ...(buyer?.converted === undefined ? {} : { buyer_converted: String(buyer.converted) }),
    ...(offer?.converted === undefined ? {} : { offer_converted: String(offer.converted) }),
  };
}
