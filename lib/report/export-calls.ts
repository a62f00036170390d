import type { Context } from "@/lib/access/context";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { type CsvCell, csvLine } from "@/lib/base/csv-line";
import { Invalid } from "@/lib/base/errors";
import type { Call } from "@/lib/call/contract/call";
import type { CallListQuery, SomeFields } from "@/lib/call/contract/call-list";
import { someFields } from "@/lib/call/some-fields";
import { inCompany } from "@/lib/platform/sql/in-company";
import { type CallPage, listCalls } from "./list-calls";

const CALLS_AT_ONCE = 1_000;

/**
 * All calls of a filter, page by page in constant memory; itself an entry of the audit log. Calls that arrive meanwhile do
 * not shift the pages. Throws as `listCalls` does.
 */
async function pagesOf(ctx: Context, query: CallListQuery): Promise<AsyncGenerator<readonly Call[]>> {
  const extra = (["cursor", "per_page"] as const).find((name) => query[name] !== undefined);
  if (extra) throw new Invalid({ [extra]: "A stream has all calls of the filter. Leave this out, or ask for JSON." });
  const first = await listCalls(ctx, { ...query, per_page: CALLS_AT_ONCE });
  await inCompany(ctx.company.id, (tx) =>
    recordAudit(tx, ctx, { action: "export.created", id: null, after: { of: "calls" } }),
  );
  return readOn(ctx, query, first);
}

async function* readOn(ctx: Context, query: CallListQuery, first: CallPage): AsyncGenerator<readonly Call[]> {
  for (let page = first; ; ) {
    yield page.calls;
    if (page.next_cursor === null) return;
    page = await listCalls(ctx, { ...query, cursor: page.next_cursor, per_page: CALLS_AT_ONCE });
  }
}

/** One JSON object a line. */
export async function exportCallsAsLines(ctx: Context, query: CallListQuery): Promise<AsyncGenerator<string>> {
  const pages = await pagesOf(ctx, query);
  return (async function* () {
    for await (const calls of pages)
      yield calls.map((call) => `${JSON.stringify(someFields(call, query.fields))}\n`).join("");
  })();
}

/** With a line of names. Parties have a column for the id and one for the name, decisions one for the mechanism. */
export async function exportCallsAsCsv(ctx: Context, query: CallListQuery): Promise<AsyncGenerator<string>> {
  const pages = await pagesOf(ctx, query);
  const columns = Object.entries(COLUMNS).filter(([, { of }]) => !query.fields || query.fields.includes(of));
  return (async function* () {
    yield csvLine(columns.map(([name]) => name));
    for await (const calls of pages)
      yield calls.map((call) => csvLine(columns.map(([, { cell }]) => cell(call)))).join("");
  })();
}

type Column = { readonly of: keyof Call; readonly cell: (call: SomeFields) => CsvCell };

const plain = (of: keyof Call): Column => ({ of, cell: (call) => scalar(call[of]) });
const party = (of: "offer" | "traffic_source" | "buyer", part: "id" | "name"): Column => ({
  of,
  cell: (call) => call[of]?.[part] ?? null,
});
const mechanism = (of: "buyer_decision" | "offer_decision"): Column => ({
  of,
  cell: (call) => call[of]?.mechanism ?? null,
});

const COLUMNS: Readonly<Record<string, Column>> = {
  id: plain("id"),
  uuid: plain("uuid"),
  external_id: plain("external_id"),
  version: plain("version"),
  caller: plain("caller"),
  started_at: plain("started_at"),
  answered_at: plain("answered_at"),
  ended_at: plain("ended_at"),
  duration_seconds: plain("duration_seconds"),
  connected_seconds: plain("connected_seconds"),
  offer_id: party("offer", "id"),
  offer: party("offer", "name"),
  traffic_source_id: party("traffic_source", "id"),
  traffic_source: party("traffic_source", "name"),
  buyer_id: party("buyer", "id"),
  buyer: party("buyer", "name"),
  buyer_converted: plain("buyer_converted"),
  buyer_mechanism: mechanism("buyer_decision"),
  buyer_locked: plain("buyer_locked"),
  revenue: plain("revenue"),
  offer_converted: plain("offer_converted"),
  offer_mechanism: mechanism("offer_decision"),
  offer_locked: plain("offer_locked"),
  payout: plain("payout"),
  currency: plain("currency"),
  recording_url: plain("recording_url"),
  tokens: { of: "tokens", cell: ({ tokens }) => (tokens ? JSON.stringify(tokens) : null) },
  over_cap: { of: "over_cap", cell: ({ over_cap }) => over_cap?.join(" ") ?? null },
};

function scalar(value: unknown): CsvCell {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
