import type { Day } from "@/lib/domain/statement/day";
import type { StatementState } from "@/lib/domain/statement/statement-state";
import { Prisma } from "../generated/client";
import type { Tx } from "../in-company";
import { type StatementRow, selectStatements } from "./statement-row";

export type StatementsWanted = {
  readonly accountId: number | null;
  readonly state: StatementState | null;
  readonly today: Day;
  readonly below: number | null;
  readonly atMost: number;
};

/** Newest first. The state is judged as `stateOf` judges it. */
export function listStatementRows(tx: Tx, wanted: StatementsWanted): Promise<StatementRow[]> {
  const { accountId, state, today, below, atMost } = wanted;
  return selectStatements(
    tx,
    Prisma.sql`${accountId === null ? ANY : Prisma.sql`s.account_id = ${accountId}::bigint`}
      and ${below === null ? ANY : Prisma.sql`s.number < ${below}::bigint`}
      and ${state === null ? ANY : isIn(state, today)}
    order by s.number desc limit ${atMost}::integer`,
  );
}

const ANY = Prisma.sql`true`;
const IS_PAID = Prisma.sql`(s.billed_minor > 0 and l.allocated >= s.billed_minor)`;
const WANTS = Prisma.sql`(s.billed_minor > 0 and s.closing_minor > 0)`;

function isIn(state: StatementState, today: Day): Prisma.Sql {
  if (state === "paid") return IS_PAID;
  if (state === "nothing_to_pay") return Prisma.sql`(not ${IS_PAID} and not ${WANTS})`;
  const isOverdue = Prisma.sql`s.due_on < ${today}::date`;
  return Prisma.sql`(not ${IS_PAID} and ${WANTS} and ${state === "overdue" ? isOverdue : Prisma.sql`not (${isOverdue})`})`;
}
