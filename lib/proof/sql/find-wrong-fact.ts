import {
  accountFacts,
  allocationFacts,
  closingFacts,
  companyFact,
  documentFacts,
  termsFacts,
} from "@/lib/audit/sql/facts";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type WrongFact = {
  readonly kind: string;
  readonly number: number;
  readonly place: number;
  /** `altered`: both exist and differ. */
  readonly wrong: "gone" | "stray" | "altered";
  readonly sealed: string | null;
  readonly actual: string | null;
};

/** The first account that differs from its opening, or a currency or zone that differs from the books. */
export function findWrongMeaning(tx: SqlTx): Promise<WrongFact | null> {
  const newest = Prisma.sql`(
    select coalesce(max(number), 0) from ledger_fact where ledger_fact.company_id = ${tx.company} and kind = 'company')`;
  const sealedFacts = Prisma.sql`kind = 'account' or (kind = 'company' and number = ${newest})`;
  return findWrong(tx, sealedFacts, Prisma.sql`${accountFacts(tx, ALL)} union all ${companyFact(tx, newest)}`);
}

/** The first other record that differs from its sealed line, or has none. */
export function findWrongFact(tx: SqlTx): Promise<WrongFact | null> {
  const actualFacts = [allocationFacts, closingFacts, documentFacts, termsFacts].map((facts) => facts(tx, ALL));
  return findWrong(tx, Prisma.sql`kind not in ('account', 'company')`, Prisma.join(actualFacts, " union all "));
}

const ALL = Prisma.sql`true`;

/** A record whose link does not exist counts as not sealed. */
async function findWrong(tx: SqlTx, which: Prisma.Sql, actual: Prisma.Sql): Promise<WrongFact | null> {
  const [row] = await tx.$queryRaw<(Omit<WrongFact, "number"> & { number: bigint })[]>`
    select kind, number, place, f.content as sealed, n.content as actual,
      case when n.content is null then 'gone' when f.content is null then 'stray' else 'altered' end as wrong
    from (
      select kind, number, place, content from ledger_fact
      where ledger_fact.company_id = ${tx.company} and (${which})
        and (rollup_number is null or rollup_number between 1 and (
          select rollup_number from ledger_head where ledger_head.company_id = ${tx.company}))
    ) f
    full join (${actual}) n using (kind, number, place)
    where f.content is distinct from n.content
    order by kind, number, place limit 1`;
  return row ? { ...row, number: Number(row.number) } : null;
}
