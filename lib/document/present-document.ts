import { NotFound } from "@/lib/base/errors";
import { formatMoney } from "@/lib/base/money";
import type { Company } from "@/lib/company/domain/company";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { Document } from "./contract";
import { isSettling } from "./domain/document-kind";
import { type Allocations, readAllocations } from "./sql/allocations";
import type { DocumentRow } from "./sql/document-row";
import { findDocument } from "./sql/list-documents";

export async function presentDocuments(tx: Tx, company: Company, rows: readonly DocumentRow[]): Promise<Document[]> {
  const allocations = await readAllocations(
    tx,
    rows.map(({ number }) => number),
  );
  return rows.map((row) => present(row, allocations(row.number), company));
}

/** Throws `NotFound`. */
export async function presentDocument(tx: Tx, company: Company, number: number): Promise<Document> {
  const row = await findDocument(tx, number);
  const [document] = row ? await presentDocuments(tx, company, [row]) : [];
  if (!document) throw new NotFound();
  return document;
}

/** Whether it lowers the balance. A buyer's balance is a debit, a traffic source's a credit. */
export function lowersBalance({ party, accountId, debitAccountId }: DocumentRow): boolean {
  return (party.type === "buyer") !== (accountId === debitAccountId);
}

function present(row: DocumentRow, { version, standing }: Allocations, { currency, decimals }: Company): Document {
  const text = (minor: bigint) => formatMoney(minor, decimals);
  const lowers = lowersBalance(row);
  const settles = isSettling(row.kind);
  const used = standing.reduce((sum, { amountMinor }) => sum + amountMinor, 0n) * (lowers ? 1n : -1n);
  const { reversal } = row;
  return {
    number: row.number,
    party: row.party,
    kind: row.kind,
    direction: lowers ? "decrease" : "increase",
    against: row.against,
    amount: text(row.amountMinor),
    currency,
    dated: row.dated,
    booked_on: row.bookedOn,
    reference: row.reference,
    reason: row.reason,
    statement: row.statement,
    settles,
    allocations: standing.map(({ statement, dueOn, amountMinor }) => ({
      statement,
      due_on: dueOn,
      amount: text(amountMinor),
    })),
    allocations_version: version,
    unapplied: text(settles && !reversal ? row.amountMinor - used : 0n),
    created_at: row.createdAt.toISOString(),
    by: row.by,
    reversal: reversal && {
      dated: reversal.dated,
      booked_on: reversal.bookedOn,
      reason: reversal.reason,
      created_at: reversal.createdAt.toISOString(),
      by: reversal.by,
    },
  };
}
