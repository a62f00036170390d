import { pool } from "./prisma";
import { reachable } from "./reachable";
import { statementsOn } from "./run-sql";

/** Requests of one minute by what they are counted for. */
export type Requests = ReadonlyMap<string, number>;

/** Adds the requests of this server, and returns those of all servers in the same minute. Sorted, so that no two servers deadlock. */
export async function addRequests(minute: number, requests: Requests): Promise<Requests> {
  const rows = await reachable(
    () => statementsOn(pool()).$queryRaw<{ key: string; requests: string }[]>`
    insert into request_count as c (minute, key, requests)
    select ${minute}::bigint, key, added from unnest(${[...requests.keys()]}::text[], ${[...requests.values()]}::bigint[])
      as own (key, added) order by key
    on conflict (minute, key) do update set requests = c.requests + excluded.requests
    returning key, requests::text`,
  );
  return new Map(rows.map((row) => [row.key, Number(row.requests)]));
}

/** Deletes the counts of minutes that are over. */
export async function forgetRequests(before: number): Promise<void> {
  await reachable(
    () => statementsOn(pool()).$executeRaw`
    delete from request_count where (minute, key) in (
      select minute, key from request_count where minute < ${before}::bigint for update skip locked)`,
  );
}
