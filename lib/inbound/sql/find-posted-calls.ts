import type { SqlTx } from "@/lib/platform/sql/in-company";

/** The call that a buyer's post names: by uuid, or by caller and time, both ends included. */
export type SoughtCall = { readonly buyerId: number } & (
  | { readonly uuid: string }
  | {
      /** Hashes of the caller's number in each way of writing it, hexadecimal. */
      readonly callerHashes: readonly string[];
      readonly from: Date;
      readonly until: Date;
    }
);

export type PostedCall = { readonly id: number; readonly isOwn: boolean };

/** Up to two calls that match each post, those of its own buyer first. Nothing is locked. */
export async function findPostedCalls(tx: SqlTx, sought: readonly SoughtCall[]): Promise<PostedCall[][]> {
  if (sought.length === 0) return [];
  const asked = sought.map((call, place) => ({ ...call, place }));
  const rows = await tx.$queryRaw<{ place: number; id: bigint; own: boolean }[]>`
    select n.place, c.id, c.own
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as n(place integer, "buyerId" bigint, uuid uuid,
      "callerHashes" jsonb, "from" timestamptz, until timestamptz)
    cross join lateral (
      select found.id, coalesce(found.buyer_id = n."buyerId", false) as own, found.started_at from (
        (select id, buyer_id, started_at from call
          where call.company_id = ${tx.company} and call.uuid = n.uuid offset 0)
        union all
        (select id, buyer_id, started_at from call
          where call.company_id = ${tx.company}
            and call.caller_hash = any(array(select decode(h, 'hex') from jsonb_array_elements_text(n."callerHashes") as h))
            and call.started_at between n."from" and n.until offset 0)
      ) found
      order by own desc, found.started_at, found.id
      limit 2
    ) c
    order by n.place, c.own desc, c.started_at, c.id`;
  const byPlace = sought.map((): PostedCall[] => []);
  for (const { place, id, own } of rows) byPlace[place]?.push({ id: Number(id), isOwn: own });
  return byPlace;
}
