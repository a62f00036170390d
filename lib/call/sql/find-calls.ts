import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { CallIdentity } from "./insert-calls";

/** A call named by its external identity, or by the uuid that its sender passed on. */
export type NamedCall = CallIdentity & { readonly uuid: string | null };

export type FoundCall = {
  readonly id: number;
  /** Found by uuid only, so the sender's permission is still to be checked. */
  readonly byUuid: boolean;
};

/** The existing calls, in order of `named`. A match by identity takes precedence over one by uuid. */
export async function findCalls(tx: SqlTx, named: readonly NamedCall[]): Promise<(FoundCall | null)[]> {
  const asked = named.flatMap(({ integrationId, externalId, uuid }, place) =>
    externalId === null && uuid === null ? [] : [{ place, integrationId, externalId, uuid }],
  );
  if (asked.length === 0) return named.map(() => null);
  const rows = await tx.$queryRaw<{ place: number; id: bigint; by_uuid: boolean }[]>`
    select n.place, c.id, c.by_uuid
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as n(place integer, "integrationId" bigint, "externalId" text, uuid uuid)
    cross join lateral (
      (select call.id, false as by_uuid from call
        where call.company_id = ${tx.company} and call.external_id = n."externalId"
          and call.integration_id is not distinct from n."integrationId" offset 0)
      union all
      (select call.id, true from call where call.company_id = ${tx.company} and call.uuid = n.uuid offset 0)
    ) c
    order by n.place, c.by_uuid desc`;
  const byPlace = new Map(rows.map(({ place, id, by_uuid }) => [place, { id: Number(id), byUuid: by_uuid }]));
  return named.map((_, place) => byPlace.get(place) ?? null);
}
