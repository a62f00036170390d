import type { Tx } from "@/lib/platform/sql/in-company";

/** A document that settles a statement, or reverses a settlement. */
export type Settlement = {
  readonly document: number;
  readonly kind: string;
  readonly dated: string;
  readonly reference: string | null;
  /** The current amount in minor units; negative if it reverses. */
  readonly amountMinor: bigint;
};

type Row = { number: bigint; kind: string; dated: string; reference: string | null; amount: string };

/** What settles a statement now, by day of the document. Reversed parts are not listed. */
export async function readSettlements(tx: Tx, statement: number): Promise<Settlement[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select d.number, d.kind, to_char(d.dated, 'YYYY-MM-DD') as dated, n.reference, l.amount::text as amount
    from (
      select number, sum(amount_minor) as amount from allocation
      where allocation.company_id = ${tx.company} and allocation.statement_number = ${statement}::bigint
      group by number having sum(amount_minor) <> 0
    ) l
    join document d on d.company_id = ${tx.company} and d.number = l.number and d.revision = 1
    left join document_note n on n.company_id = ${tx.company} and n.number = d.number and n.revision = d.revision
    order by d.dated, d.number`;
  return rows.map(({ number, kind, dated, reference, amount }) => ({
    document: Number(number),
    kind,
    dated,
    reference,
    amountMinor: BigInt(amount),
  }));
}
