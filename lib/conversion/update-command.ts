import type { Actor } from "@/lib/access/domain/actor";
import { Invalid } from "@/lib/base/errors";
import { parseDelta, parseMoney } from "@/lib/base/money";
import type { ConversionUpdate } from "@/lib/call/contract/call";
import { liesInFuture } from "@/lib/call/domain/call-times";
import { mechanismOfActor } from "@/lib/call/domain/mechanism";
import type { Company } from "@/lib/company/domain/company";
import { contentDigest } from "@/lib/erasure/sql/erased-name";
import type { EventName, SideUpdate, Update } from "./domain/command";

type Sender = { readonly company: Company; readonly actor: Actor; readonly now: () => Date };

/**
 * A conversion update of the API as a command. `reference` is the sender's sale number, which may have corrections; an
 * `event_id` takes precedence. Throws `Invalid`.
 */
export function updateCommand({ company, actor, now }: Sender, update: ConversionUpdate, reference?: string): Update {
  const errors: Record<string, string> = {};
  const amount = (field: AmountField) => money(company, update, field, errors);
  const buyer = sideUpdate({
    converted: update.buyer_converted,
    partyId: update.buyer_id,
    amountMinor: amount("revenue"),
    addMinor: amount("add_revenue"),
  });
  const offer = sideUpdate({
    converted: update.offer_converted,
    partyId: update.traffic_source_id,
    amountMinor: amount("payout"),
    addMinor: amount("add_payout"),
  });
  for (const field of ["revenue", "payout"] as const) {
    if (update[field] === undefined || update[`add_${field}`] === undefined) continue;
    errors[`add_${field}`] = `Send either ${field} or add_${field}.`;
  }
  if (update.occurred_at && liesInFuture(update.occurred_at, now())) {
    errors.occurred_at = "This time is in the future. Send the time when it occurred.";
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  const named = {
    ...(buyer && { buyer }),
    ...(offer && { offer }),
    ...(update.tokens && { tokens: update.tokens }),
    ...(update.occurred_at && { occurredAt: update.occurred_at }),
  };
  const event = eventName(company, update.event_id, reference, named);
  return { kind: "update", mechanism: mechanismOfActor(actor), ...named, ...(event && { event }) };
}

function eventName(
  company: Company,
  eventId: string | undefined,
  reference: string | undefined,
  named: Named,
): EventName | null {
  if (eventId !== undefined) return { kind: "event_id", name: eventId, content: wordsOf(company, named) };
  return reference === undefined ? null : { kind: "reference", name: reference, content: wordsOf(company, named) };
}

type Named = Pick<Update, "buyer" | "offer" | "tokens" | "occurredAt">;

/** The same digest for equal updates, however they were written. */
function wordsOf({ id }: Company, { buyer, offer, tokens, occurredAt }: Named): string {
  const side = (named: SideUpdate | undefined) => [
    named?.converted,
    named?.amountMinor?.toString(),
    named?.partyId,
    ...(named?.addMinor === undefined ? [] : [named.addMinor.toString()]),
  ];
  const sorted = Object.entries(tokens ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  const content = JSON.stringify([side(buyer), side(offer), sorted, occurredAt]);
  return contentDigest(id, content).toString("hex").slice(0, 32);
}

type SideFields = {
  readonly converted: boolean | undefined;
  readonly partyId: number | undefined;
  readonly amountMinor: bigint | undefined;
  readonly addMinor: bigint | undefined;
};

type AmountField = "revenue" | "payout" | "add_revenue" | "add_payout";

function sideUpdate({ converted, partyId, amountMinor, addMinor }: SideFields): SideUpdate | null {
  const named = {
    ...(converted !== undefined && { converted }),
    ...(partyId !== undefined && { partyId }),
    ...(amountMinor !== undefined && { amountMinor }),
    ...(addMinor !== undefined && { addMinor }),
  };
  return Object.keys(named).length === 0 ? null : named;
}

function money(
  { currency, decimals }: Company,
  update: ConversionUpdate,
  field: AmountField,
  errors: Record<string, string>,
): bigint | undefined {
  const text = update[field];
  if (text === undefined) return undefined;
  const minor = (field.startsWith("add_") ? parseDelta : parseMoney)(text, decimals);
  if (minor !== null) return minor;
  errors[field] =
    decimals === 0
      ? `${currency} has no decimals. Enter a whole amount such as 10.`
      : `${currency} has ${decimals} decimals. Enter an amount such as ${"10.5".padEnd(3 + decimals, "0")}.`;
  return undefined;
}
