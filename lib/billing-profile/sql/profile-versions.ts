import type { Actor } from "@/lib/access/domain/actor";
import { actorNames } from "@/lib/access/sql/actor-names";
import { keepFacts, termsFacts } from "@/lib/audit/sql/facts";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";

export type StoredProfile = {
  readonly accountId: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly actorType: string;
  readonly actorName: string | null;
  readonly profile: unknown;
};

/** Newest first. */
export async function listProfiles(tx: Tx, accountId: number, atMost: number): Promise<StoredProfile[]> {
  const rows = await tx.billingProfile.findMany({
    where: { companyId: tx.company, accountId },
    orderBy: { version: "desc" },
    take: atMost,
  });
  const nameOf = await actorNames(tx, rows);
  return rows.map((row) => ({
    ...row,
    accountId: Number(row.accountId),
    actorName: nameOf(row),
  }));
}

/** The stored terms in force of each account that has any. */
export async function profilesInForce(tx: Tx, accountIds: readonly number[]): Promise<Map<number, unknown>> {
  const rows = await tx.$queryRaw<{ account_id: bigint; profile: unknown }[]>`
    select distinct on (account_id) account_id, profile from billing_profile
    where company_id = ${tx.company} and account_id = any(${accountIds}::bigint[])
    order by account_id, version desc`;
  return new Map(rows.map((row) => [Number(row.account_id), row.profile]));
}

/** Returns false if somebody else has already saved this version. */
export async function insertProfile(
  tx: Tx,
  actor: Actor,
  {
    accountId,
    version,
    profile,
    createdAt,
  }: Pick<StoredProfile, "accountId" | "version" | "createdAt"> & { profile: object },
): Promise<boolean> {
  const { count } = await tx.billingProfile.createMany({
    data: {
      companyId: tx.company,
      accountId,
      version,
      createdAt,
      profile: JSON.parse(JSON.stringify(profile)),
      actorType: actor.type,
      actorId: actor.id,
    },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  const written = Prisma.sql`account_id = ${accountId}::bigint and version = ${version}::integer`;
  await keepFacts(tx, termsFacts(tx, written));
  return true;
}
