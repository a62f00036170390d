import { type MonthTotals, monthTotals } from "./totals";
import type { UnusualDay } from "./unusual-days";
import type { CallWarning } from "./warning";

/** Warnings of a month: calls, cap windows, days. */
export type MonthWarnings = {
  readonly calls: Readonly<Record<CallWarning, number>>;
  readonly overCaps: number;
  readonly unusualDays: readonly UnusualDay[];
};

/** The preview that was frozen when the month was closed. Amounts are minor units as text. */
export type FrozenPreview = {
  readonly layout: 1;
  readonly kinds: readonly {
    readonly account: string;
    readonly kind: string;
    readonly entries: number;
    readonly debit: string;
    readonly credit: string;
  }[];
  readonly warnings: Omit<MonthWarnings, "unusualDays"> & { readonly unusualDays: readonly FrozenDay[] };
};

/** The closing seals this field name, so layout 1 keeps it. */
type FrozenDay = Omit<UnusualDay, "value"> & { readonly found: number };

export function freeze(totals: MonthTotals, { calls, overCaps, unusualDays }: MonthWarnings): FrozenPreview {
  const kinds = totals.kinds.map(({ account, kind, entries, debitMinor, creditMinor }) => ({
    account,
    kind,
    entries,
    debit: String(debitMinor),
    credit: String(creditMinor),
  }));
  const days = unusualDays.map(({ value, ...day }) => ({ ...day, found: value }));
  return { layout: 1, kinds, warnings: { calls, overCaps, unusualDays: days } };
}

export function thawWarnings({ warnings }: FrozenPreview): MonthWarnings {
  return { ...warnings, unusualDays: warnings.unusualDays.map(({ found: value, ...day }) => ({ ...day, value })) };
}

export function thawTotals({ kinds }: FrozenPreview): MonthTotals {
  return monthTotals(
    kinds.map(({ account, kind, entries, debit, credit }) => ({
      account,
      kind,
      entries,
      debitMinor: BigInt(debit),
      creditMinor: BigInt(credit),
    })),
  );
}
