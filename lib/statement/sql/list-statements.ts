import type { Day } from "@/lib/base/day";
import { firstDayOf, lastDayOf, type Month } from "@/lib/base/month";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { StatementState } from "../domain/statement-state";
import { type StatementRow, selectStatements } from "./statement-row";

export type StatementsWanted = {
  readonly accountId: number | null;
  readonly type: OwnerType | null;
  /** Part of the party's current name. */
  readonly search: string;
  readonly state: "open" | StatementState | null;
  /** The month in which the cycle ends. */
  readonly month: Month | null;
  readonly today: Day;
  readonly below: number | null;
  readonly atMost: number;
};

/** Newest first. The state in SQL must equal `stateOf`. */
export function listStatementRows(tx: Tx, wanted: StatementsWanted): Promise<StatementRow[]> {
  const { accountId, type, search, state, month, today, below, atMost } = wanted;
  const conditions = [
    accountId === null ? ANY : Prisma.sql`s.account_id = ${accountId}::bigint`,
    type === null ? ANY : type === "buyer" ? Prisma.sql`a.buyer_id is not null` : Prisma.sql`a.buyer_id is null`,
    search === "" ? ANY : isCalled(tx, search),
    month === null ? ANY : Prisma.sql`s.cycle_end between ${firstDayOf(month)}::date and ${lastDayOf(month)}::date`,
    below === null ? ANY : Prisma.sql`s.number < ${below}::bigint`,
    state === null ? ANY : isIn(state, today),
  ];
  return selectStatements(
    tx,
    Prisma.sql`${Prisma.join(conditions, " and ")} order by s.number desc limit ${atMost}::integer`,
  );
}

const ANY = Prisma.sql`true`;

function isCalled(tx: Tx, search: string): Prisma.Sql {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(
    a.buyer_id in (select id from buyer where buyer.company_id = ${tx.company} and lower(buyer.name) like ${pattern})
    or a.traffic_source_id in (
      select id from traffic_source
      where traffic_source.company_id = ${tx.company} and lower(traffic_source.name) like ${pattern}
    ))`;
}

const IS_PAID = Prisma.sql`(s.billed_minor > 0 and l.allocated >= s.billed_minor)`;
const WANTS = Prisma.sql`(s.billed_minor > 0 and s.closing_minor > 0)`;

function isIn(state: "open" | StatementState, today: Day): Prisma.Sql {
  if (state === "paid") return IS_PAID;
  if (state === "nothing_to_pay") return Prisma.sql`(not ${IS_PAID} and not ${WANTS})`;
  const isOpen = Prisma.sql`(not ${IS_PAID} and ${WANTS})`;
  if (state === "open") return isOpen;
  const isOverdue = Prisma.sql`s.due_on < ${today}::date`;
  return Prisma.sql`(${isOpen} and ${state === "overdue" ? isOverdue : Prisma.sql`not (${isOverdue})`})`;
}
