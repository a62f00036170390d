import type { Actor } from "@/lib/access/domain/actor";
import { closingFacts, keepFacts } from "@/lib/audit/sql/facts";
import { firstDayOf, type Month } from "@/lib/base/month";
import type { LedgerHead } from "@/lib/ledger/sql/ledger-head";
import { postDocuments } from "@/lib/ledger/sql/post-documents";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";

export type Closing = {
  readonly month: Month;
  readonly closedAt: Date;
  readonly actor: Actor;
  readonly preview: object;
};

/** Closes the month in its own link. Nothing is booked in the month from then on. The ledger head must be locked. */
export async function closeMonth(
  tx: Tx,
  head: LedgerHead,
  { month, closedAt, actor, preview }: Closing,
): Promise<number> {
  const closes = firstDayOf(month);
  await tx.period.create({
    data: {
      companyId: tx.company,
      month: new Date(closes),
      closedAt,
      rollupNumber: head.rollupNumber + 1,
      actorType: actor.type,
      actorId: actor.id,
      preview,
    },
  });
  await keepFacts(tx, closingFacts(tx, Prisma.sql`month = ${closes}::date`));
  const number = await postDocuments(tx, head, actor, [], { startedAt: closedAt, closes });
  await tx.$executeRaw`
    update ledger_head set closed_through = ${closes}::date where company_id = ${tx.company}`;
  return number;
}
