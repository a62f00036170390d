import type { Actor } from "@/lib/access/domain/actor";
import { actorNames } from "@/lib/access/sql/actor-names";
import type { Owner } from "@/lib/party/sql/lock-owner";
import type { Tx } from "@/lib/platform/sql/in-company";
import { summaryOf } from "../domain/settings-summary";

export type StoredVersion = {
  readonly id: number;
  readonly version: number;
  readonly validFrom: Date;
  readonly createdAt: Date;
  readonly convertsWithBuyer: boolean;
  readonly settings: unknown;
  readonly actorType: string;
  readonly actorName: string | null;
  readonly note: string | null;
};

/** Newest first. */
export async function listVersions(tx: Tx, owner: Owner, atMost: number): Promise<StoredVersion[]> {
  const rows = await tx.ruleSet.findMany({
    where: { companyId: tx.company, ...owner },
    orderBy: { version: "desc" },
    take: atMost,
  });
  const nameOf = await actorNames(tx, rows);
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    actorName: nameOf(row),
  }));
}

/** The highest rule id that this owner ever used. */
export async function lastRuleId(tx: Tx, owner: Owner): Promise<number> {
  const [buyerId, offerId] = "buyerId" in owner ? [owner.buyerId, null] : [null, owner.offerId];
  const [row] = await tx.$queryRaw<{ last: number | null }[]>`
    select max((rule ->> 'id')::integer) as last
    from rule_set s cross join lateral jsonb_array_elements(coalesce(s.settings -> 'rules', '[]')) as rule
    where s.company_id = ${tx.company}
      and (s.buyer_id = ${buyerId}::bigint or s.offer_id = ${offerId}::bigint)`;
  return row?.last ?? 0;
}

export type NewVersion = {
  readonly version: number;
  readonly validFrom: Date;
  readonly createdAt: Date;
  readonly convertsWithBuyer: boolean;
  readonly settings: Parameters<typeof summaryOf>[0];
  readonly note: string | null;
};

export async function insertVersion(tx: Tx, owner: Owner, actor: Actor, version: NewVersion): Promise<void> {
  const { duplicateWindowSeconds, amountTokens } = summaryOf(version.settings);
  await tx.ruleSet.create({
    data: {
      ...version,
      duplicateWindowSeconds,
      amountTokens: [...amountTokens],
      ...owner,
      companyId: tx.company,
      settings: JSON.parse(JSON.stringify(version.settings)),
      actorType: actor.type,
      actorId: actor.id,
    },
  });
}
