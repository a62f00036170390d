import { kindText } from "@/components/ledger/kind-text";
import { signedAmount } from "@/components/ledger/signed-amount";
import { moneyText } from "@/components/ui/money-text";
import { periodText } from "@/components/ui/period-text";
import type { Preview, PreviewEntry } from "@/lib/conversion/contract/preview";

/** "charge Brightside Solar (correction in Dec 2026)", and the amount; credits and clawbacks have a minus. */
export function entryTexts(entry: PreviewEntry): { readonly words: string; readonly amount: string } {
  const { amount, ...unpriced } = entry;
  return { words: wordsOf(unpriced, { named: true, dated: entry.correction }), amount: amountOf(entry) };
}

/**
 * "charge 41.00, payout 20.00, margin 21.00 · correction in Dec 2026". Beside the call, parties are named only when a
 * side has two of them.
 */
export function postsText(
  { entries, margin }: Pick<Preview, "entries" | "margin">,
  { besideCall }: { readonly besideCall: boolean },
): string {
  const named = !besideCall || ["buyer", "traffic_source"].some((type) => partiesOf(entries, type).size > 1);
  const months = new Set(entries.map(({ correction, period }) => (correction ? period : null)));
  const [month] = months.size === 1 ? months : [];
  const parts = entries.map((entry) => wordsOf(entry, { named, dated: entry.correction && !month }));
  if (margin !== undefined && entries.length > 1) parts.push(`margin ${moneyText(margin)}`);
  return `${parts.join(", ")}${month ? ` ·\u00a0correction in ${periodText(month)}` : ""}`;
}

function partiesOf(entries: readonly PreviewEntry[], type: string): ReadonlySet<number> {
  return new Set(entries.flatMap(({ party }) => (party.type === type ? party.id : [])));
}

function amountOf({ kind, party, amount }: Pick<PreviewEntry, "kind" | "party" | "amount">): string {
  return amount === undefined ? "" : moneyText(signedAmount(kind, party.type, amount));
}

function wordsOf({ kind, party, amount, period }: PreviewEntry, shows: { named: boolean; dated: boolean }): string {
  return [
    kindText(kind),
    ...(shows.named ? [party.name] : []),
    ...(amount === undefined ? [] : [amountOf({ kind, party, amount })]),
    ...(shows.dated ? [`(correction in ${periodText(period)})`] : []),
  ].join(" ");
}
