import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { Invalid, NotFound } from "@/lib/base/errors";
import { formatMoney } from "@/lib/base/money";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { Rollup, RollupEntry } from "./contract/rollup";
import { seesAccounts } from "./permit-account";
import { entryId, offsetsEntryId } from "./present-account-entry";
import { presentRollup } from "./present-rollup";
import type { AccountEntryView } from "./sql/entry-views";
import { findRollup } from "./sql/list-rollups";
import { type EntryKey, readRollupEntries, statementsIssuedBy } from "./sql/rollup-entries";

const ENTRIES_A_PAGE = 50;
const STATEMENTS_LISTED = 200;

export type RollupPage = {
  readonly rollup: Rollup;
  readonly statements: number[];
  readonly entries: RollupEntry[];
  readonly next_cursor: string | null;
};

type Page = { readonly cursor?: string | undefined; readonly per_page?: number | undefined };

/** A link of the chain with its entries by call, in pages. Throws `Forbidden`, `NotFound` or `Invalid`. */
export async function getRollup(ctx: Context, number: number, page: Page = {}): Promise<RollupPage> {
  permit(ctx.actor, "read", "rollups");
  const after = page.cursor === undefined ? null : readCursor(page.cursor);
  const perPage = page.per_page ?? ENTRIES_A_PAGE;
  return readInCompany(ctx.company.id, async (tx) => {
    const view = await findRollup(tx, number);
    if (!view) throw new NotFound();
    const read = view.entries === 0 ? [] : await readRollupEntries(tx, number, after, perPage + 1);
    const shown = read.slice(0, perPage);
    const last = shown.at(-1);
    return {
      rollup: presentRollup(ctx, view),
      statements: view.issuesStatements ? await statementsIssuedBy(tx, number, STATEMENTS_LISTED) : [],
      entries: shown.map((entry) => presentEntry(ctx, entry)),
      next_cursor: read.length > perPage && last ? writeCursor(last) : null,
    };
  });
}

function presentEntry({ actor, company }: Context, view: AccountEntryView): RollupEntry {
  const { position, source, party, amountMinor, serviceDate } = view;
  return {
    id: entryId(view, position.version, position.kind),
    kind: position.kind,
    ...(party && seesAccounts(actor, party.type) && { amount: formatMoney(amountMinor, company.decimals) }),
    party,
    booked_on: position.bookedOn,
    service_date: serviceDate,
    correction: position.bookedOn > serviceDate,
    call_id: source === "call" ? position.number : null,
    document_number: source === "document" ? position.number : null,
    offsets_entry_id: offsetsEntryId(view),
    statement_number: view.statementNumber,
  };
}

function writeCursor({ source, position: { number, version, kind } }: AccountEntryView): string {
  return Buffer.from([source, number, version, kind].join(".")).toString("base64url");
}

function readCursor(text: string): EntryKey {
  const match = /^(call|document)\.([0-9]{1,15})\.([0-9]{1,9})\.([a-z_]{1,40})$/.exec(
    Buffer.from(text, "base64url").toString("latin1"),
  );
  const [, source, number, version, kind = ""] = match ?? [];
  if (source !== "call" && source !== "document") {
    throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the first page." });
  }
  return { source, number: Number(number), version: Number(version), kind };
}
