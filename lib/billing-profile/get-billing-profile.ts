import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { findAccount } from "@/lib/ledger/sql/find-account";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { readInCompany, type Tx } from "@/lib/platform/sql/in-company";
import { BillingProfile, type BillingProfileAnswer, type BillingProfileVersion } from "./contract";
import { FIRST_PROFILE } from "./profile-in-force";
import { listProfiles, type StoredProfile } from "./sql/profile-versions";

const VERSIONS_SHOWN = 50;

/** The terms of a party in force, and earlier versions. Throws `Forbidden` or `NotFound`. */
export async function getBillingProfile(ctx: Context, owner: AccountOwner): Promise<BillingProfileAnswer> {
  permit(ctx.actor, "read", "billing");
  return readInCompany(ctx.company.id, (tx) => readBillingProfile(tx, ctx, owner));
}

export async function readBillingProfile(tx: Tx, ctx: Context, owner: AccountOwner): Promise<BillingProfileAnswer> {
  const account = await findAccount(tx, owner);
  if (!account) throw new NotFound();
  const history = (await listProfiles(tx, account.id, VERSIONS_SHOWN)).map(presentVersion);
  const [newest] = history;
  return {
    status: 200,
    party: { type: owner.type, id: owner.id, name: account.name },
    currency: ctx.company.currency,
    version: newest?.version ?? 0,
    profile: newest?.profile ?? FIRST_PROFILE,
    history,
  };
}

function presentVersion({ version, createdAt, actorType, actorName, profile }: StoredProfile): BillingProfileVersion {
  return {
    version,
    created_at: createdAt.toISOString(),
    actor: { type: actorType, name: actorName },
    profile: BillingProfile.parse(profile),
  };
}
