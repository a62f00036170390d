import type { Tx } from "@/lib/platform/sql/in-company";
import { BillingProfile } from "./contract";
import { profilesInForce } from "./sql/profile-versions";

/** The terms of a party before anybody sets them. */
export const FIRST_PROFILE: BillingProfile = BillingProfile.parse({});

/** The newest version per account, or the defaults. */
export async function profilesOf(
  tx: Tx,
  accountIds: readonly number[],
): Promise<(accountId: number) => BillingProfile> {
  const stored = await profilesInForce(tx, accountIds);
  const parsed = new Map([...stored].map(([account, profile]) => [account, BillingProfile.parse(profile)]));
  return (accountId) => parsed.get(accountId) ?? FIRST_PROFILE;
}

export async function profileInForce(tx: Tx, accountId: number): Promise<BillingProfile> {
  return (await profilesOf(tx, [accountId]))(accountId);
}
