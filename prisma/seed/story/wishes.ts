import type { Actor } from "@/lib/domain/access/actor";
import type { Side } from "@/lib/domain/conversion/call-state";
import { mechanismOfActor } from "@/lib/domain/conversion/mechanism";
import type { SideStatement, Verdict } from "@/lib/domain/conversion/wish";
import type { Network } from "../found-network";
import type { Occurrence } from "./planned-call";

type Said = { readonly buyer?: SideStatement; readonly offer?: SideStatement };
type More = Pick<Occurrence, "reason" | "tokens"> & { readonly eventId?: string; readonly occurredAt?: Date };

/** Somebody says how a call stands. */
export function says(actor: Actor, at: Date, said: Said, { eventId, occurredAt, ...more }: More = {}): Occurrence {
  const wish = {
    kind: "statement" as const,
    mechanism: mechanismOfActor(actor),
    ...said,
    ...(eventId === undefined ? {} : { eventId }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
  };
  return { at, actor, wish, ...more, payload: payloadOf(said) };
}

/** An automatic mechanism holds. */
export function holds(
  { system }: Network,
  at: Date,
  side: Side,
  { by, amountMinor }: { readonly by: Verdict["mechanism"]; readonly amountMinor?: bigint },
): Occurrence {
  const wish = { kind: "verdict" as const, side, mechanism: by, ...(amountMinor === undefined ? {} : { amountMinor }) };
  return { at, actor: system, wish };
}

export function locks(actor: Actor, at: Date, side: Side): Occurrence {
  return { at, actor, wish: { kind: "lock", side, locked: true } };
}

export function returnsToAutomatic(actor: Actor, at: Date, side: Side): Occurrence {
  return { at, actor, wish: { kind: "automatic", side } };
}

/** What would have arrived: only the inbox keeps it. */
function payloadOf({ buyer, offer }: Said): Record<string, string> {
  return {
    ...(buyer?.converted === undefined ? {} : { buyer_converted: String(buyer.converted) }),
    ...(offer?.converted === undefined ? {} : { offer_converted: String(offer.converted) }),
  };
}
