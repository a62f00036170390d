import type { Context } from "@/lib/access/context";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Conflict, Invalid, NotFound } from "@/lib/base/errors";
import { seesAccounts } from "@/lib/ledger/permit-account";
import { lockLedgerHead } from "@/lib/ledger/sql/ledger-head";
import { postDocuments } from "@/lib/ledger/sql/post-documents";
import { todayOf } from "@/lib/ledger/today-of";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Document, DocumentReversal } from "./contract";
import { REVERSAL } from "./domain/document-kind";
import { permitAnyDocument, permitDocument } from "./permit-document";
import { presentDocument } from "./present-document";
import { findReplay, requestMark } from "./replay-request";
import { appendAllocations, readAllocations } from "./sql/allocations";
import { findDocument } from "./sql/list-documents";

/**
 * Reverses a document once, such as a bounced payment. The statements it settled are open again. Throws `Forbidden`,
 * `NotFound`, `Invalid` or `Conflict`.
 */
export async function reverseDocument(
  ctx: Context,
  number: number,
  { reason, dated, request_id }: DocumentReversal,
): Promise<Document> {
  permitAnyDocument(ctx.actor);
  const mark = requestMark(request_id, ["reverse", number, reason, dated ?? null]);
  const today = todayOf(ctx);
  const day = dated ?? today;
  return inCompany(ctx.company.id, async (tx) => {
    const head = await lockLedgerHead(tx);
    const row = await findDocument(tx, number);
    if (!row || !seesAccounts(ctx.actor, row.party.type)) throw new NotFound();
    permitDocument(ctx.actor, row.kind, row.party.type);
    if ((await findReplay(tx, mark)) !== null) return presentDocument(tx, ctx.company, number);
    if (row.reversal)
      throw new Conflict(`This document was already reversed on ${row.reversal.dated}. Nothing was saved.`);
    if (row.kind === "tax") throw new Conflict("A tax line can’t be reversed. Record an adjustment against tax.");
    if (day > today) throw new Invalid({ dated: `This date is in the future. Enter ${today} or earlier.` });
    if (day < row.dated)
      throw new Invalid({ dated: `This date is before the document’s. Enter ${row.dated} or later.` });
    const at = ctx.now();
    await postDocuments(
      tx,
      head,
      ctx.actor,
      [
        {
          number,
          revision: 2,
          kind: `${row.kind}${REVERSAL}`,
          dated: day,
          debitAccountId: row.creditAccountId,
          creditAccountId: row.debitAccountId,
          partyAccountId: row.accountId,
          amountMinor: row.amountMinor,
          statementNumber: null,
          reference: null,
          reason,
          ...mark,
        },
      ],
      { startedAt: at },
    );
    const { version, standing } = (await readAllocations(tx, [number]))(number);
    const back = standing.map(({ statement, amountMinor }) => ({ statement, amountMinor: -amountMinor }));
    await appendAllocations(tx, ctx.actor, { number, version, at }, back);
    await recordAudit(tx, ctx, { action: "document.reversed", id: number, after: { dated: day } });
    return presentDocument(tx, ctx.company, number);
  });
}
