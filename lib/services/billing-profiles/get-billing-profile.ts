import { NotFound } from "@/lib/base/errors";
import { BillingProfile, type BillingProfileAnswer, type BillingProfileVersion } from "@/lib/contracts/billing-profile";
import { findAccount } from "@/lib/db/accounts/find-account";
import { listProfiles, type StoredProfile } from "@/lib/db/billing-profiles/profile-versions";
import type { AccountOwner } from "@/lib/domain/accounts/account-owner";
import { readInCompany, type Tx } from "@/lib/platform/sql/in-company";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { FIRST_PROFILE } from "./profile-in-force";

const VERSIONS_SHOWN = 50;

/** The terms of a party in force, and the versions before. Throws `Forbidden` or `NotFound`. */
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
