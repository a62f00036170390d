import { Invalid } from "@/lib/base/errors";
import { isUuid, parseId } from "@/lib/base/ids";
import { firstDayOf, lastDayOf } from "@/lib/base/month";
import { findCallId } from "@/lib/call/sql/find-call";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { AccountEntryQuery } from "./contract/account";
import type { EntryFilter } from "./domain/entry-filter";

/** Matches no call: ids start at 1. */
const NO_CALL = 0;

/** Converts query parameters to a database filter. An unknown call matches no entries. Throws `Invalid`. */
export async function entryFilter(
  tx: Tx,
  { kind, offer_id, call, month, from, to }: AccountEntryQuery,
): Promise<EntryFilter> {
  if (month !== undefined && (from !== undefined || to !== undefined)) {
    throw new Invalid({ month: "Send either a month, or a first and last day." });
  }
  if (from !== undefined && to !== undefined && from > to)
    throw new Invalid({ to: "Choose a day on or after “from”." });
  return {
    kind: kind ?? null,
    offerId: offer_id ?? null,
    callId: call === undefined ? null : await callIdOf(tx, call.trim()),
    from: from ?? null,
    to: to ?? null,
    ...(month !== undefined && { from: firstDayOf(month), to: lastDayOf(month) }),
  };
}

async function callIdOf(tx: Tx, call: string): Promise<number> {
  const id = parseId(call);
  if (id !== null) return id;
  if (!isUuid(call)) throw new Invalid({ call: "Enter a call ID or UUID." });
  return (await findCallId(tx, { uuid: call })) ?? NO_CALL;
}
