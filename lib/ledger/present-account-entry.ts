import { formatMoney } from "@/lib/base/money";
import type { Company } from "@/lib/company/domain/company";
import type { AccountEntry } from "./contract/account";
import type { AccountEntryView } from "./sql/entry-views";

/** What an entry adds to its party's balance in minor units; `sign` is 1 for buyers and −1 for traffic sources. */
export function signedAmount({ isDebit, amountMinor }: AccountEntryView, sign: 1n | -1n): bigint {
  return (isDebit ? sign : -sign) * amountMinor;
}

export function presentAccountEntry(
  { decimals }: Company,
  view: AccountEntryView,
  sign: 1n | -1n,
  balanceMinor: bigint | null,
): AccountEntry {
  const { position, source, callUuid } = view;
  const { number } = position;
  return {
    id: entryId(view, position.version, position.kind),
    kind: position.kind,
    amount: formatMoney(signedAmount(view, sign), decimals),
    balance: balanceMinor === null ? null : formatMoney(balanceMinor, decimals),
    booked_on: position.bookedOn,
    service_date: view.serviceDate,
    correction: position.bookedOn > view.serviceDate,
    call: source === "call" ? { id: number, uuid: callUuid ?? "" } : null,
    document_number: source === "document" ? number : null,
    offer: view.offer,
    offsets_entry_id: offsetsEntryId(view),
    statement_number: view.statementNumber,
    rollup_id: position.rollupNumber,
    posted_at: view.postedAt.toISOString(),
  };
}

export function offsetsEntryId(view: AccountEntryView): string | null {
  const { offsetsVersion, offsetsKind } = view;
  return offsetsVersion === null || offsetsKind === null ? null : entryId(view, offsetsVersion, offsetsKind);
}

/** The name of an entry, made of its key. */
export function entryId({ source, position }: AccountEntryView, version: number, kind: string): string {
  return `${source}-${position.number}-${version}-${kind}`;
}
