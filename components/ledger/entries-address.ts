import { accountAddress } from "@/components/party/party-address";
import { firstDayOf, isMonth, lastDayOf } from "@/lib/base/month";
import { AccountEntryQuery } from "@/lib/ledger/contract/account";
import type { OwnerType } from "@/lib/party/domain/account-owner";

const NAMES = ["kind", "offer_id", "call", "from", "to", "cursor"] as const;

export type EntriesView = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;
export type EntriesParameters = Readonly<Record<string, string | string[] | undefined>>;

/** A month is turned into its first and last day. */
export function readEntriesView(parameters: EntriesParameters): EntriesView {
  const first = (name: string) => [parameters[name]].flat()[0]?.trim();
  const month = first("month");
  const days = month !== undefined && isMonth(month) ? { from: firstDayOf(month), to: lastDayOf(month) } : {};
  const named = NAMES.flatMap((name) => {
    const value = first(name);
    return value ? [[name, value] as const] : [];
  });
  return { ...days, ...Object.fromEntries(named) };
}

export function entriesAddress(party: { readonly type: OwnerType; readonly id: number }, view: EntriesView): string {
  const parameters = new URLSearchParams(view);
  return parameters.size === 0 ? accountAddress(party) : `${accountAddress(party)}?${parameters}`;
}

/** Address of the CSV of a view. */
export function entriesFileAddress(
  party: { readonly type: OwnerType; readonly id: number },
  view: EntriesView,
): string {
  const { cursor: _, ...filters } = view;
  const owner = party.type === "buyer" ? "buyers" : "traffic-sources";
  const parameters = new URLSearchParams(filters);
  return `/api/v1/${owner}/${party.id}/account/entries.csv${parameters.size === 0 ? "" : `?${parameters}`}`;
}

/** The filters of a view, or its errors. */
export function entriesQuery(view: EntriesView): { query: AccountEntryQuery } | { errors: string[] } {
  const parsed = AccountEntryQuery.safeParse(view);
  return parsed.success ? { query: parsed.data } : { errors: parsed.error.issues.map(({ message }) => message) };
}

export function isFiltered({ cursor: _, ...filters }: EntriesView): boolean {
  return Object.keys(filters).length > 0;
}
