import { isUuid, parseId } from "@/lib/base/ids";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** The calls that a search names, and parties with it in their name. */
export type Matches = { readonly ids: readonly number[] } & Record<"buyerIds" | "offerIds" | "sourceIds", number[]>;

/**
 * Looks up a search by uuid or its beginning, id, external ID, first or last digits of the caller, and names. Returns at
 * most `limit` calls and so many parties of each kind. Compares by ranges: row-level security keeps `like` from indexes.
 */
export async function searchCalls(tx: SqlTx, search: string, limit: number): Promise<Matches> {
  const lookups = [
    Prisma.sql`select call.id from call where call.company_id = ${tx.company} and call.external_id = ${search}`,
    ...byId(tx, search),
    ...byUuid(tx, search),
    ...byCaller(tx, search),
  ].map((lookup) => Prisma.sql`(${lookup} limit ${limit}::integer)`);
  const [calls, parties] = await Promise.all([
    tx.$queryRaw<{ id: bigint }[]>`${Prisma.join(lookups, " union all ")}`,
    /\p{L}/u.test(search) ? partiesNamed(tx, search, limit) : [],
  ]);
  const of = (kind: Party["kind"]) => parties.filter((party) => party.kind === kind).map(({ id }) => Number(id));
  return {
    ids: [...new Set(calls.map(({ id }) => Number(id)))],
    buyerIds: of("buyer"),
    offerIds: of("offer"),
    sourceIds: of("source"),
  };
}

function byId(tx: SqlTx, search: string): Prisma.Sql[] {
  const id = parseId(search);
  return id === null
    ? []
    : [Prisma.sql`select call.id from call where call.company_id = ${tx.company} and call.id = ${id}::bigint`];
}

/** Eight digits at least, or four with a letter: anything shorter is rather a number. */
function byUuid(tx: SqlTx, search: string): Prisma.Sql[] {
  const hex = search.toLowerCase().replaceAll("-", "");
  const isPrefix = /^[0-9a-f-]+$/i.test(search) && hex.length >= (/[a-f]/.test(hex) ? 4 : 8) && hex.length <= 32;
  if (!isPrefix && !isUuid(search)) return [];
  return [
    Prisma.sql`select call.id from call where call.company_id = ${tx.company}
      and call.uuid >= ${hex.padEnd(32, "0")}::uuid and call.uuid <= ${hex.padEnd(32, "f")}::uuid`,
  ];
}

function byCaller(tx: SqlTx, search: string): Prisma.Sql[] {
  const digits = search.replace(/[^0-9+]/g, "");
  if (digits === "" || /\p{L}/u.test(search)) return [];
  const beginnings = digits.startsWith("+") ? [digits] : [digits, `+${digits}`];
  const end = [...digits].reverse().join("");
  return [
    ...beginnings.map(
      (beginning) => Prisma.sql`select p.call_id from call_person p where p.company_id = ${tx.company}
        and p.caller ~>=~ ${beginning} and p.caller ~<~ ${behind(beginning)}`,
    ),
    Prisma.sql`select p.call_id from call_person p where p.company_id = ${tx.company}
      and p.caller_end ~>=~ ${end} and p.caller_end ~<~ ${behind(end)}`,
  ];
}

/** The first text, byte by byte, after all that begin with this one. */
function behind(beginning: string): string {
  return beginning.slice(0, -1) + String.fromCharCode(beginning.charCodeAt(beginning.length - 1) + 1);
}

type Party = { readonly kind: "buyer" | "offer" | "source"; readonly id: bigint };

function partiesNamed(tx: SqlTx, search: string, limit: number): Promise<Party[]> {
  return tx.$queryRaw<Party[]>`
    (select 'buyer' as kind, b.id from buyer b where b.company_id = ${tx.company}
      and position(lower(${search}) in lower(b.name)) > 0 limit ${limit}::integer)
    union all
    (select 'offer', o.id from offer o where o.company_id = ${tx.company}
      and position(lower(${search}) in lower(o.name)) > 0 limit ${limit}::integer)
    union all
    (select 'source', t.id from traffic_source t where t.company_id = ${tx.company}
      and position(lower(${search}) in lower(t.name)) > 0 limit ${limit}::integer)`;
}
