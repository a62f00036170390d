import type { Actor } from "@/lib/access/domain/actor";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Cap } from "../domain/cap";

/**
 * Waits for running decisions of the company and blocks new ones until the transaction ends, so that a cap starts
 * between two conversions. Must be the first statement. Fails after a time limit.
 */
export async function holdConversions(tx: SqlTx): Promise<void> {
  await tx.$executeRaw`set local lock_timeout = '5s'`;
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('caps', ${tx.company}::bigint)) is null as held`;
}

export async function insertCap(tx: SqlTx, cap: Omit<Cap, "id">, actor: Actor, at: Date): Promise<number> {
  const [buyerId, sourceId] = cap.side === "buyer" ? [cap.partyId, null] : [null, cap.partyId];
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    insert into cap (company_id, buyer_id, traffic_source_id, offer_id, measure, span, limit_amount, stops_automatic,
      time_zone, created_at, actor_type, actor_id)
    values (${tx.company}::bigint, ${buyerId}::bigint, ${sourceId}::bigint, ${cap.offerId}::bigint, ${cap.measure}::text,
      ${cap.span}::text, ${cap.limit}::bigint, ${cap.stopsAutomatic}::boolean, ${cap.timeZone}::text,
      ${at}::timestamptz, ${actor.type}::text, ${actor.id}::bigint)
    returning id`;
  if (!row) throw new Error("the insert of a cap returned no row");
  return Number(row.id);
}

export async function withdrawCap(tx: SqlTx, id: number, at: Date): Promise<void> {
  await tx.$executeRaw`
    update cap set withdrawn_at = ${at}::timestamptz
    where cap.company_id = ${tx.company} and cap.id = ${id}::bigint`;
}

/** For a cap that counts the same as the one it replaces. Call `holdConversions` first. */
export async function inheritUsage(tx: SqlTx, from: number, to: number): Promise<void> {
  await tx.$executeRaw`
    insert into cap_usage (company_id, cap_id, window_start, used)
    select u.company_id, ${to}::bigint, u.window_start, u.used from cap_usage u
    where u.company_id = ${tx.company} and u.cap_id = ${from}::bigint`;
}
