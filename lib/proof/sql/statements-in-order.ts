import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { type StatementRow, selectStatements } from "@/lib/statement/sql/statement-row";

const STATEMENTS_AT_ONCE = 200;

/** Every statement of the company, by number. */
export async function* statementsInOrder(tx: SqlTx): AsyncGenerator<StatementRow> {
  let after = 0;
  for (;;) {
    const next = Prisma.sql`s.number > ${after}::bigint order by s.number limit ${STATEMENTS_AT_ONCE}`;
    const page = await selectStatements(tx, next);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < STATEMENTS_AT_ONCE) return;
    after = last.number;
  }
}
