import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Conflict } from "@/lib/base/errors";
import { firstDayOf, type Month, monthsLater } from "@/lib/base/month";
import { CHANGES_A_TRANSACTION } from "@/lib/ledger/roll-up";
import { lockLedgerHead } from "@/lib/ledger/sql/ledger-head";
import { postBatch } from "@/lib/ledger/sql/post-batch";
import { inCompany, type SqlTx, type Tx } from "@/lib/platform/sql/in-company";
import { billPending } from "./bill-pending";
import type { PeriodDetail } from "./contract";
import { whyNotClosable } from "./domain/closing";
import { freeze, type MonthWarnings } from "./domain/frozen-preview";
import { monthTotals } from "./domain/totals";
import type { Acknowledged } from "./domain/warning";
import { findWarnings } from "./find-warnings";
import { getPeriod } from "./get-period";
import { inTurn } from "./in-turn";
import { notClosableText } from "./not-closable-text";
import { readBooks, requireMonth } from "./read-books";
import { recordClosing } from "./record-closing";
import { requireAcknowledged } from "./require-acknowledged";
import { closeMonth } from "./sql/close-month";
import { countWaiting } from "./sql/count-waiting";
import { readTotals } from "./sql/read-totals";

export type ClosingRequest = {
  readonly month: Month;
  /** The warnings that the person has seen. A month with other or more warnings is rejected. */
  readonly acknowledge?: Acknowledged | undefined;
};

/**
 * Closes the oldest open month for good, once it has ended: bills what is pending, freezes the totals, and seals the
 * closing in the chain. Later changes about the month become corrections in the next one. Conversions never wait for a
 * closing. Throws `Conflict` if the month cannot be closed or has more warnings than were seen, `Invalid` if warnings
 * are not acknowledged; both before anything is billed.
 */
export async function closePeriod(ctx: Context, request: ClosingRequest): Promise<PeriodDetail> {
  permit(ctx.actor, "update", "billing");
  permit(ctx.actor, "read", "billing");
  await inTurn(ctx.company.id, () => closeOnce(ctx, request));
  return getPeriod(ctx, request.month);
}

/**
 * The closing itself. Safe with simultaneous closings on other servers: the lock on the ledger head decides who is
 * first.
 */
export async function closeOnce(ctx: Context, { month, acknowledge = [] }: ClosingRequest): Promise<void> {
  await inCompany(ctx.company.id, (tx) => requireClosable(tx, ctx, month));
  await acknowledgedWarnings();
  let closed = false;
  while (!closed) {
    await billPending(ctx);
    const warnings = await acknowledgedWarnings();
    closed = await inCompany(ctx.company.id, (tx) => closeUnderLock(tx, ctx, month, warnings));
  }

  async function acknowledgedWarnings(): Promise<MonthWarnings> {
    const warnings = await findWarnings(ctx, month, "half the time");
    requireAcknowledged(ctx.actor.access, month, warnings, acknowledge);
    return warnings;
  }
}

/** Returns false if so much arrived for the month that it must be billed first. */
async function closeUnderLock(tx: Tx, ctx: Context, month: Month, warnings: MonthWarnings): Promise<boolean> {
  let head = await lockLedgerHead(tx);
  await requireClosable(tx, ctx, month);
  if ((await countWaiting(tx, null, firstDayOf(monthsLater(month, 1)))) > 0) {
    const posted = await postBatch(tx, head, ctx.now(), CHANGES_A_TRANSACTION);
    if (posted.changes === CHANGES_A_TRANSACTION) return false;
    head = await lockLedgerHead(tx);
    await requireClosable(tx, ctx, month);
  }
  const kinds = (await readTotals(tx, month, month)).get(month) ?? [];
  const preview = freeze(monthTotals(kinds), warnings);
  await closeMonth(tx, head, { month, closedAt: ctx.now(), actor: ctx.actor, preview });
  await recordAudit(tx, ctx, { action: "period.closed", id: month });
  await recordClosing(tx, month, ctx.now());
  return true;
}

async function requireClosable(tx: SqlTx, ctx: Context, month: Month): Promise<void> {
  const books = await readBooks(tx, ctx);
  requireMonth(month, books);
  const why = whyNotClosable(month, books);
  if (why) throw new Conflict(await notClosableText(tx, ctx, month, why, books));
}
