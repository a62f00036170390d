import type { Context } from "@/lib/access/context";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Conflict, NotFound, StaleVersion } from "@/lib/base/errors";
import { lockLedgerHead } from "@/lib/ledger/sql/ledger-head";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { AllocationUpdate, Document } from "./contract";
import { isSettling } from "./domain/document-kind";
import { mostToSettle } from "./domain/most-to-settle";
import type { Part } from "./domain/split-settlement";
import { permitDocument } from "./permit-document";
import { lowersBalance, presentDocument } from "./present-document";
import { checkParts, readParts } from "./read-parts";
import { appendAllocations, readAllocations } from "./sql/allocations";
import { findDocument } from "./sql/list-documents";
import { readStatementStandings } from "./sql/open-statements";
import { unappliedOf } from "./unapplied-of";

/**
 * Sets the complete allocation of a payment, refund or write-off to statements. Differences are added as rows, possibly
 * negative, so a repeated request changes nothing. Throws `Forbidden`, `NotFound`, `StaleVersion`, `Invalid` or
 * `Conflict`.
 */
export async function allocateDocument(
  ctx: Context,
  number: number,
  { allocations, version: from }: AllocationUpdate,
): Promise<Document> {
  return inCompany(ctx.company.id, async (tx) => {
    await lockLedgerHead(tx);
    const row = await findDocument(tx, number);
    if (!row) throw new NotFound();
    permitDocument(ctx.actor, row.kind, row.party.type);
    if (!isSettling(row.kind)) throw new Conflict("This document is a line on a statement, so it can’t be allocated.");
    if (row.reversal) throw new Conflict("This document was reversed and can’t be allocated. Nothing was saved.");
    const { version, standing } = (await readAllocations(tx, [number]))(number);
    if (from !== undefined && from !== version) throw new StaleVersion(from, version, "These allocations were");
    const parts = readParts(allocations, ctx.company.decimals);
    const own = new Map(standing.map(({ statement, amountMinor }) => [statement, amountMinor]));
    const open = (await readStatementStandings(tx, [row.accountId], { settledToo: true })).map((statementStanding) => ({
      ...statementStanding,
      openMinor: statementStanding.openMinor + (own.get(statementStanding.number) ?? 0n),
    }));
    const settlement = { amountMinor: row.amountMinor, lowers: lowersBalance(row) };
    const usedMinor = standing.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    const unappliedMinor = await unappliedOf(tx, { accountId: row.accountId, type: row.party.type });
    const mostMinor = mostToSettle({ ...settlement, usedMinor, unappliedMinor });
    checkParts({ ...settlement, mostMinor }, parts, open, { allocations, decimals: ctx.company.decimals });
    await appendAllocations(tx, ctx.actor, { number, version, at: ctx.now() }, differences(own, parts));
    await recordAudit(tx, ctx, {
      action: "document.allocated",
      id: number,
      after: { version: version + 1, allocations },
    });
    return presentDocument(tx, ctx.company, number);
  });
}

function differences(before: ReadonlyMap<number, bigint>, after: readonly Part[]): Part[] {
  const wanted = new Map(after.map(({ statement, amountMinor }) => [statement, amountMinor]));
  return [...new Set([...before.keys(), ...wanted.keys()])]
    .map((statement) => ({
      statement,
      amountMinor: (wanted.get(statement) ?? 0n) - (before.get(statement) ?? 0n),
    }))
    .filter(({ amountMinor }) => amountMinor !== 0n);
}
