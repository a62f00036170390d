import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { formatMoney } from "@/lib/base/money";
import { inCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import { readInSnapshot } from "@/lib/platform/sql/in-snapshot";
import { assertedDays } from "./asserted-days";
import type { LedgerExportQuery, LedgerFormatName } from "./contract";
import { beancount } from "./domain/beancount";
import type { ExportedAccount, ExportedBalance, ExportedEntry, LedgerFormat } from "./domain/exported-ledger";
import { hledger } from "./domain/hledger";
import { ledgerCsv } from "./domain/ledger-csv";
import { takeExportSlot } from "./export-slots";
import { type Pieces, releaseWhenDone } from "./release-when-done";
import {
  type ExportedRow,
  exportedRows,
  readExportedAccounts,
  readLedgerBounds,
  readMonthlySums,
  readSumsBefore,
} from "./sql/ledger-rows";

const FORMATS: Readonly<
  Record<LedgerFormatName, { readonly ending: string; readonly of: (currency: string) => LedgerFormat }>
> = {
  hledger: { ending: "journal", of: hledger },
  beancount: { ending: "beancount", of: beancount },
  csv: { ending: "csv", of: ledgerCsv },
};

export type ExportedFile = { readonly name: string; readonly body: Pieces<string> };

/**
 * The ledger as it is now, for another program: every entry, the balances before `from`, and the balances after each
 * closed month and at the end. Throws `Forbidden`, or `too_many_requests` if the company has several exports open. The
 * caller must read the body to its end or call `return`.
 */
export function exportLedger(ctx: Context, query: LedgerExportQuery): ExportedFile {
  permit(ctx.actor, "read", "billing");
  permit(ctx.actor, "read", "call.revenue");
  permit(ctx.actor, "read", "call.payout");
  const release = takeExportSlot(ctx.company.id);
  const { ending } = FORMATS[query.format];
  const name = ["ledger", query.from, query.to].filter((part) => part !== undefined).join("-");
  const pieces = readInSnapshot(ctx.company.id, (tx) => written(tx, ctx, query));
  return { name: `${name}.${ending}`, body: releaseWhenDone(pieces, release) };
}

async function* written(tx: SqlTx, ctx: Context, query: LedgerExportQuery): AsyncGenerator<string> {
  const { decimals, currency } = ctx.company;
  // The snapshot is read-only, so the log is written beside it, before the first line leaves.
  await inCompanySql(ctx.company.id, (own) =>
    recordAudit(own, ctx, { action: "export.created", id: null, after: query }),
  );
  const format = FORMATS[query.format].of(currency);
  const days = { from: query.from ?? null, to: query.to ?? null };
  const bounds = await readLedgerBounds(tx);
  const accounts = await readExportedAccounts(tx);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const balances = (sums: readonly { readonly account: string; readonly netMinor: bigint }[]): ExportedBalance[] =>
    sums.map(({ account, netMinor }) => ({
      account: accountOf(byId, account),
      balance: formatMoney(netMinor, decimals),
    }));
  const firstDay = days.from ?? bounds.first ?? "1970-01-01";
  yield format.beginning({ company: ctx.company.name, currency, decimals, firstDay, accounts, head: bounds.head });
  if (days.from !== null) {
    const before = await readSumsBefore(tx, days.from);
    yield format.opening(days.from, balances(before.filter(({ netMinor }) => netMinor !== 0n)));
  }
  for await (const rows of exportedRows(tx, days)) {
    yield rows.map((row) => format.entry(exportedEntry(row, byId, decimals))).join("");
  }
  const sums = await readMonthlySums(tx, days.to);
  for (const { day, standing } of assertedDays(sums, { ...bounds, ...days }))
    yield format.assertion(day, balances(standing));
}

function exportedEntry(row: ExportedRow, byId: ReadonlyMap<string, ExportedAccount>, decimals: number): ExportedEntry {
  const { source, version, kind, offsets_version, offsets_kind } = row;
  const number = Number(row.number);
  return {
    source,
    number,
    version,
    kind,
    rollup: Number(row.rollup_number),
    debit: accountOf(byId, row.debit),
    credit: accountOf(byId, row.credit),
    party: row.party === null ? null : accountOf(byId, row.party),
    amount: formatMoney(row.amount_minor, decimals),
    bookedOn: row.booked_on,
    serviceDate: row.service_date,
    offsets: offsets_version === null ? null : `${source}-${number}-${offsets_version}-${offsets_kind}`,
  };
}

function accountOf(byId: ReadonlyMap<string, ExportedAccount>, id: string): ExportedAccount {
  return byId.get(id) ?? { id, kind: `account_${id}`, party: null };
}
