import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { InboxReason } from "../domain/inbox-item";
import { INBOX_COLUMNS, type InboxColumns, type InboxRow, inboxNames, inboxRow } from "./inbox-row";

/** The last item of the previous page. */
export type InboxCursor = { readonly receivedAt: Date; readonly id: number };

export type InboxFilter = {
  readonly reason?: InboxReason | undefined;
  readonly state: "open" | "resolved";
  readonly after?: InboxCursor | undefined;
  readonly limit: number;
};

/** Newest first, in keyset pages, so that new items do not shift pages. */
export async function listInboxRows(tx: SqlTx, { reason, state, after, limit }: InboxFilter): Promise<InboxRow[]> {
  const conditions = [
    state === "open" ? Prisma.sql`i.resolved_at is null` : Prisma.sql`i.resolved_at is not null`,
    ...(reason ? [Prisma.sql`i.reason = ${reason}`] : []),
    ...(after ? [Prisma.sql`(i.received_at, i.id) < (${after.receivedAt}::timestamptz, ${after.id}::bigint)`] : []),
  ];
  const rows = await tx.$queryRaw<InboxColumns[]>`
    select ${INBOX_COLUMNS} from inbox i ${inboxNames(tx)}
    where i.company_id = ${tx.company} and ${Prisma.join(conditions, " and ")}
    order by i.received_at desc, i.id desc limit ${limit}`;
  return rows.map(inboxRow);
}

export async function readInboxRows(tx: SqlTx, ids: readonly number[]): Promise<InboxRow[]> {
  const rows = await tx.$queryRaw<InboxColumns[]>`
    select ${INBOX_COLUMNS} from inbox i ${inboxNames(tx)}
    where i.company_id = ${tx.company} and i.id = any(${ids}::bigint[]) order by i.id`;
  return rows.map(inboxRow);
}

/** Locks items in order of id. Calls have to be locked before inbox items. */
export async function lockInboxRows(tx: SqlTx, ids: readonly number[]): Promise<InboxRow[]> {
  await tx.$queryRaw<unknown[]>`
    select id from inbox where company_id = ${tx.company} and id = any(${ids}::bigint[]) order by id for update`;
  return readInboxRows(tx, ids);
}
