import type { Actor } from "@/lib/access/domain/actor";
import { documentFacts, keepFacts } from "@/lib/audit/sql/facts";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import { addToBalances } from "./add-to-balances";
import { batchOfDocuments } from "./batch";
import type { LedgerHead } from "./ledger-head";
import { type Link, seal } from "./seal";

/** A movement of money without a call. Revision 2 of a number reverses revision 1. */
export type NewDocument = {
  readonly number: number;
  readonly revision: 1 | 2;
  readonly kind: string;
  /** `YYYY-MM-DD` in the company's time zone. */
  readonly dated: string;
  readonly debitAccountId: number;
  readonly creditAccountId: number;
  readonly partyAccountId: number;
  readonly amountMinor: bigint;
  readonly statementNumber: number | null;
  readonly reference: string | null;
  readonly reason: string | null;
  /** The id that the client gave the request, and a digest of its content. */
  readonly requestId?: string;
  readonly requestDigest?: Uint8Array<ArrayBuffer>;
};

/** The company's next document number. The ledger head must be locked. */
export async function nextDocumentNumber(tx: Tx): Promise<number> {
  const newest = await tx.document.findFirst({
    where: { companyId: tx.company },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  return Number(newest?.number ?? 0n) + 1;
}

/**
 * Writes documents and posts each as one entry, in one link, which may also close a month or issue statements; such a
 * link may have no documents. The ledger head must be locked. Returns the number of the link.
 */
export async function postDocuments(
  tx: Tx,
  head: LedgerHead,
  actor: Actor,
  documents: readonly NewDocument[],
  link: Omit<Link, "began" | "changes" | "entries">,
): Promise<number> {
  const began = performance.now();
  const number = head.rollupNumber + 1;
  await tx.document.createMany({
    data: documents.map(({ reference: _, reason: __, dated, ...document }) => ({
      ...document,
      companyId: tx.company,
      dated: new Date(dated),
      rollupNumber: number,
      actorType: actor.type,
      actorId: actor.id,
      createdAt: link.startedAt,
    })),
  });
  await tx.documentNote.createMany({
    data: documents.flatMap(({ number, revision, reference, reason }) =>
      reference === null && reason === null ? [] : [{ companyId: tx.company, number, revision, reference, reason }],
    ),
  });
  if (documents.length > 0) await keepFacts(tx, documentFacts(tx, Prisma.sql`rollup_number = ${number}::bigint`));
  const entries = await post(tx, head, number);
  const batch = batchOfDocuments(tx, number);
  await addToBalances(tx, batch);
  await seal(tx, batch, { ...link, began, changes: 0, entries });
  return number;
}

function post(tx: Tx, head: LedgerHead, number: number): Promise<number> {
  return tx.$executeRaw`
    insert into entry (company_id, source, number, version, kind, rollup_number, debit_account_id, credit_account_id,
      amount_minor, booked_on, service_date, party_account_id, offsets_version, offsets_kind)
    select d.company_id, 'document', d.number, d.revision, d.kind, ${number}::bigint, d.debit_account_id,
      d.credit_account_id, d.amount_minor,
      greatest(d.dated, ${head.closedThrough}::date + interval '1 month')::date, d.dated, d.party_account_id,
      o.revision, o.kind
    from document d
    left join document o on o.company_id = ${tx.company} and o.number = d.number and o.revision = d.revision - 1
    where d.company_id = ${tx.company} and d.rollup_number = ${number}`;
}
