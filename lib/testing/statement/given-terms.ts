import type { Context } from "@/lib/access/context";
import { BillingProfile } from "@/lib/billing-profile/contract";
import { getBillingProfile } from "@/lib/billing-profile/get-billing-profile";
import { saveBillingProfile } from "@/lib/billing-profile/save-billing-profile";
import type { AccountOwner } from "@/lib/party/domain/account-owner";

/** A new version of a party's terms; absent fields have their defaults. */
export async function givenTerms(ctx: Context, owner: AccountOwner, terms: object): Promise<void> {
  const { version } = await getBillingProfile(ctx, owner);
  await saveBillingProfile(ctx, owner, { version, profile: BillingProfile.parse(terms) });
}
