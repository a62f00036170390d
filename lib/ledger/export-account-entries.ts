import type { Context } from "@/lib/access/context";
import { type CsvCell, csvLine } from "@/lib/base/csv-line";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import type { AccountEntry, AccountExportQuery } from "./contract/account";
import { type AccountEntryPage, listAccountEntries } from "./list-account-entries";

const ENTRIES_AT_ONCE = 2_000;

const COLUMNS: Readonly<Record<string, (entry: AccountEntry, currency: string) => CsvCell>> = {
  booked_on: ({ booked_on }) => booked_on,
  service_date: ({ service_date }) => service_date,
  kind: ({ kind }) => kind,
  amount: ({ amount }) => amount,
  balance: ({ balance }) => balance,
  currency: (_, currency) => currency,
  call_id: ({ call }) => call?.id ?? null,
  call_uuid: ({ call }) => call?.uuid ?? null,
  offer: ({ offer }) => offer?.name ?? null,
  document: ({ document_number }) => document_number,
  correction: ({ correction }) => correction,
  statement: ({ statement_number }) => statement_number,
  rollup: ({ rollup_id }) => rollup_id,
  posted_at: ({ posted_at }) => posted_at,
  entry: ({ id }) => id,
  offsets: ({ offsets_entry_id }) => offsets_entry_id,
};

/**
 * Filtered entries as CSV, newest first, streamed page by page. The first page is read at once, so that errors come
 * before any output. Throws `Forbidden`, `NotFound` or `Invalid`.
 */
export async function exportAccountEntries(
  ctx: Context,
  owner: AccountOwner,
  query: AccountExportQuery,
): Promise<AsyncGenerator<string>> {
  const first = await listAccountEntries(ctx, owner, { ...query, per_page: ENTRIES_AT_ONCE });
  return readOn(ctx, owner, query, first);
}

async function* readOn(ctx: Context, owner: AccountOwner, query: AccountExportQuery, first: AccountEntryPage) {
  yield csvLine(Object.keys(COLUMNS));
  const cells = Object.values(COLUMNS);
  let page = first;
  for (;;) {
    yield page.entries.map((entry) => csvLine(cells.map((cell) => cell(entry, ctx.company.currency)))).join("");
    if (page.next_cursor === null) return;
    page = await listAccountEntries(ctx, owner, { ...query, cursor: page.next_cursor, per_page: ENTRIES_AT_ONCE });
  }
}
