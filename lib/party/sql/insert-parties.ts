import { accountFacts, keepFacts } from "@/lib/audit/sql/facts";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { PartyKind } from "../domain/party-kind";
import type { PartyRow } from "./party-rows";

const NEW = { id: true, name: true, createdAt: true, archivedAt: true } as const;

/** In the order of their names, buyers and traffic sources each with an account. */
export function insertParties(tx: Tx, kind: PartyKind, names: readonly string[]): Promise<PartyRow[]> {
  return INSERT[kind](tx, names);
}

async function insertOffers(tx: Tx, names: readonly string[]): Promise<PartyRow[]> {
  return inOrder(await tx.offer.createManyAndReturn({ data: rows(tx, names), select: NEW }));
}

async function insertBuyers(tx: Tx, names: readonly string[]): Promise<PartyRow[]> {
  const buyers = inOrder(await tx.buyer.createManyAndReturn({ data: rows(tx, names), select: NEW }));
  await tx.account.createMany({
    data: buyers.map(({ id }) => ({ companyId: tx.company, kind: "buyer_receivable", buyerId: id })),
  });
  await keepFacts(tx, accountFacts(tx, Prisma.sql`buyer_id = any(${buyers.map(({ id }) => id)}::bigint[])`));
  return buyers;
}

async function insertTrafficSources(tx: Tx, names: readonly string[]): Promise<PartyRow[]> {
  const sources = inOrder(await tx.trafficSource.createManyAndReturn({ data: rows(tx, names), select: NEW }));
  await tx.account.createMany({
    data: sources.map(({ id }) => ({ companyId: tx.company, kind: "traffic_source_payable", trafficSourceId: id })),
  });
  await keepFacts(tx, accountFacts(tx, Prisma.sql`traffic_source_id = any(${sources.map(({ id }) => id)}::bigint[])`));
  return sources;
}

function rows(tx: Tx, names: readonly string[]) {
  return names.map((name) => ({ companyId: tx.company, name }));
}

/** One statement assigns identities in row order. */
function inOrder(inserted: readonly (Omit<PartyRow, "id"> & { id: bigint })[]): PartyRow[] {
  return inserted.map((row) => ({ ...row, id: Number(row.id) })).sort((one, other) => one.id - other.id);
}

const INSERT = { buyer: insertBuyers, offer: insertOffers, traffic_source: insertTrafficSources };
