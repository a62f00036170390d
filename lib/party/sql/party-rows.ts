import type { SqlTx, Tx } from "@/lib/platform/sql/in-company";
import type { PartyKind } from "../domain/party-kind";
import { onPage, PARTY_TABLE, type PartyPage } from "./party-page";

export type PartyRow = {
  readonly id: number;
  readonly name: string;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
};

type Row = { id: bigint; name: string; created_at: Date; archived_at: Date | null };

export async function listPartyRows(tx: SqlTx, kind: PartyKind, page: PartyPage): Promise<PartyRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select o.id, o.name, o.created_at, o.archived_at from ${PARTY_TABLE[kind]} o
    where o.company_id = ${tx.company} and ${onPage(tx, kind, page)}`;
  return rows.map(partyRow);
}

/** Null if the company has no such party. */
export async function findPartyRow(tx: SqlTx, kind: PartyKind, id: number): Promise<PartyRow | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select o.id, o.name, o.created_at, o.archived_at from ${PARTY_TABLE[kind]} o
    where o.company_id = ${tx.company} and o.id = ${id}::bigint`;
  return row ? partyRow(row) : null;
}

/** Locks the party until the transaction ends. Null if the company has no such party. */
export async function lockPartyRow(tx: Tx, kind: PartyKind, id: number): Promise<PartyRow | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select o.id, o.name, o.created_at, o.archived_at from ${PARTY_TABLE[kind]} o
    where o.company_id = ${tx.company} and o.id = ${id}::bigint for no key update`;
  return row ? partyRow(row) : null;
}

export async function savePartyRow(tx: Tx, kind: PartyKind, { id, name, archivedAt }: PartyRow): Promise<void> {
  await tx.$executeRaw`
    update ${PARTY_TABLE[kind]} set name = ${name}, archived_at = ${archivedAt}::timestamptz
    where company_id = ${tx.company} and id = ${id}::bigint`;
}

/** Names by id, also of archived parties. */
export async function readNames(
  tx: SqlTx,
  kind: PartyKind,
  ids: readonly number[],
): Promise<{ readonly id: number; readonly name: string }[]> {
  const rows = await tx.$queryRaw<{ id: bigint; name: string }[]>`
    select o.id, o.name from ${PARTY_TABLE[kind]} o
    where o.company_id = ${tx.company} and o.id = any(${ids}::bigint[]) order by lower(o.name), o.id`;
  return rows.map(({ id, name }) => ({ id: Number(id), name }));
}

function partyRow({ id, name, created_at, archived_at }: Row): PartyRow {
  return { id: Number(id), name, createdAt: created_at, archivedAt: archived_at };
}
