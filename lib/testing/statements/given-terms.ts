import { BillingProfile } from "@/lib/contracts/billing-profile";
import type { AccountOwner } from "@/lib/domain/accounts/account-owner";
import { getBillingProfile } from "@/lib/services/billing-profiles/get-billing-profile";
import { saveBillingProfile } from "@/lib/services/billing-profiles/save-billing-profile";
import type { Context } from "@/lib/services/context";

/** A new version of a party's terms: what is not told is as at first. */
export async function givenTerms(ctx: Context, owner: AccountOwner, terms: object): Promise<void> {
  const { version } = await getBillingProfile(ctx, owner);
  await saveBillingProfile(ctx, owner, { version, profile: BillingProfile.parse(terms) });
}
