import { prisma } from "@/lib/platform/sql/prisma";
import { reachable } from "@/lib/platform/sql/reachable";

export type Attempts = { readonly key: string; readonly count: number; readonly secondsLeft: number };

/**
 * Counts one attempt per key and returns the counts within each window. Uses the database's clock, which all servers
 * share, and sorts the keys so that attempts wait for each other instead of deadlocking.
 */
export function countAttempts(keys: readonly string[], windowSeconds: number): Promise<Attempts[]> {
  return reachable(
    () => prisma().$queryRaw<Attempts[]>`
    insert into sign_in_throttle as t (key, points, expire)
    select key, 1, now() + ${windowSeconds}::int * interval '1 second' from unnest(${[...keys]}::text[]) as key order by key
    on conflict (key) do update set
      points = case when t.expire > now() then t.points + 1 else 1 end,
      expire = case when t.expire > now() then t.expire else excluded.expire end
    returning key, points as count, ceil(extract(epoch from expire - now()))::int as "secondsLeft"`,
  );
}

/** Deletes one key's count, takes one attempt off the others, and deletes expired windows. */
export async function forgiveAttempts(forgotten: string, reduced: readonly string[]): Promise<void> {
  await reachable(
    () => prisma().$executeRaw`
    with cleared as (
      delete from sign_in_throttle where key in (
        select key from sign_in_throttle where (key = ${forgotten} or expire <= now()) and key <> all(${[...reduced]}::text[])
        for update skip locked))
    update sign_in_throttle set points = points - 1 where key = any(${[...reduced]}::text[]) and points > 0`,
  );
}
