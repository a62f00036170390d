import type { Actor } from "@/lib/access/domain/actor";
import { formatMoney } from "@/lib/base/money";
import type { Side } from "@/lib/call/domain/call-state";
import { mechanismOfActor } from "@/lib/call/domain/mechanism";
import type { SideUpdate } from "@/lib/conversion/domain/command";
import type { Posted, Requested } from "./planned-call";

/** For both currencies of the demo. */
const DECIMALS = 2;

type Sides = { readonly buyer?: SideUpdate; readonly offer?: SideUpdate };
type Tokens = Readonly<Record<string, string>>;
type More = { readonly reason?: string; readonly tokens?: Tokens };

/** An explicit update of a call. */
export function updateBy(actor: Actor, at: Date, sides: Sides, { reason, tokens }: More = {}): Requested {
  const command = { kind: "update", mechanism: mechanismOfActor(actor), ...sides, ...(tokens && { tokens }) } as const;
  return { at, actor, command, ...(reason !== undefined && { reason }), payload: payloadOf(sides, { reason, tokens }) };
}

/** A system reports more or corrected facts of a call. */
export function factsBy(actor: Actor, at: Date, tokens: Tokens): Requested {
  return updateBy(actor, at, {}, { tokens });
}

export function locks(actor: Actor, at: Date, side: Side): Requested {
  return { at, actor, command: { kind: "lock", side, locked: true } };
}

export function returnsToAutomatic(actor: Actor, at: Date, side: Side): Requested {
  return { at, actor, command: { kind: "returnToAutomatic", side } };
}

/** A buyer's system posts to its webhook, about this call unless the post names a caller. */
export function posts(buyerId: number, at: Date, body: Posted["body"]): Posted {
  return { at, buyerId, body };
}

/** The payload in the form in which it would have arrived, for the inbox. */
function payloadOf({ buyer, offer }: Sides, { reason, tokens }: More): Readonly<Record<string, unknown>> {
  return {
    ...(buyer?.converted !== undefined && { buyer_converted: String(buyer.converted) }),
    ...(offer?.converted !== undefined && { offer_converted: String(offer.converted) }),
    ...(buyer?.amountMinor !== undefined && { revenue: formatMoney(buyer.amountMinor, DECIMALS) }),
    ...(offer?.amountMinor !== undefined && { payout: formatMoney(offer.amountMinor, DECIMALS) }),
    ...(reason !== undefined && { reason }),
    ...(tokens && { tokens }),
  };
}
