import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx, Tx } from "@/lib/platform/sql/in-company";
import type { PartyKind } from "../domain/party-kind";
import { onPage, type PartyPage } from "./party-page";

export type PartyRow = {
  readonly id: number;
  readonly name: string;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
};

type Row = { id: bigint; name: string; created_at: Date; archived_at: Date | null };

export async function listPartyRows(tx: SqlTx, kind: PartyKind, page: PartyPage): Promise<PartyRow[]> {
  return select(tx, kind, await placeOf(tx, kind, page));
}

/** Condition, order and limit of a page of the parties `o`: none after a party that the company does not have. */
export async function placeOf(tx: SqlTx, kind: PartyKind, page: PartyPage): Promise<Prisma.Sql> {
  if (page.after === null) return onPage(page, null);
  const last = await findPartyRow(tx, kind, page.after);
  return last ? onPage(page, last) : Prisma.sql`false`;
}

/** Null if the company has no such party. */
export async function findPartyRow(tx: SqlTx, kind: PartyKind, id: number): Promise<PartyRow | null> {
  const [row] = await select(tx, kind, Prisma.sql`o.id = ${id}::bigint`);
  return row ?? null;
}

/** Locks the party until the transaction ends. Null if the company has no such party. */
export async function lockPartyRow(tx: Tx, kind: PartyKind, id: number): Promise<PartyRow | null> {
  const [row] = await select(tx, kind, Prisma.sql`o.id = ${id}::bigint for no key update`);
  return row ?? null;
}

/** Names by id, also of archived parties. */
export function readNames(tx: SqlTx, kind: PartyKind, ids: readonly number[]): Promise<PartyRow[]> {
  return select(tx, kind, Prisma.sql`o.id = any(${[...ids]}::bigint[]) order by lower(o.name), o.id`);
}

/** The parties `o` of the company that `which` selects. Tables are written out, so that statements can be checked. */
async function select(tx: SqlTx, kind: PartyKind, which: Prisma.Sql): Promise<PartyRow[]> {
  const rows = {
    buyer: () => tx.$queryRaw<Row[]>`
      select o.id, o.name, o.created_at, o.archived_at from buyer o where o.company_id = ${tx.company} and ${which}`,
    offer: () => tx.$queryRaw<Row[]>`
      select o.id, o.name, o.created_at, o.archived_at from offer o where o.company_id = ${tx.company} and ${which}`,
    traffic_source: () => tx.$queryRaw<Row[]>`
      select o.id, o.name, o.created_at, o.archived_at from traffic_source o
      where o.company_id = ${tx.company} and ${which}`,
  };
  return (await rows[kind]()).map(partyRow);
}

export async function savePartyRow(tx: Tx, kind: PartyKind, { id, name, archivedAt }: PartyRow): Promise<void> {
  const data = { name, archivedAt };
  if (kind === "buyer") await tx.buyer.updateMany({ where: { companyId: tx.company, id }, data });
  else if (kind === "offer") await tx.offer.updateMany({ where: { companyId: tx.company, id }, data });
  else await tx.trafficSource.updateMany({ where: { companyId: tx.company, id }, data });
}

function partyRow({ id, name, created_at, archived_at }: Row): PartyRow {
  return { id: Number(id), name, createdAt: created_at, archivedAt: archived_at };
}
