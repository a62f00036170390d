import type { Context } from "@/lib/access/context";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { BillingProfile } from "@/lib/statement/contract/billing-profile";
import { getBillingProfile } from "@/lib/statement/get-billing-profile";
import { saveBillingProfile } from "@/lib/statement/save-billing-profile";

/** A new version of a party's terms; absent fields have their defaults. */
export async function givenTerms(ctx: Context, owner: AccountOwner, terms: object): Promise<void> {
  const { version } = await getBillingProfile(ctx, owner);
  await saveBillingProfile(ctx, owner, { version, profile: BillingProfile.parse(terms) });
}
