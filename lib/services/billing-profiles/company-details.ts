import { BillingDetails, type BillingDetailsAnswer } from "@/lib/contracts/billing-profile";
import { readBillingDetails, writeBillingDetails } from "@/lib/db/billing-profiles/company-details";
import { inCompany, type Tx } from "@/lib/db/in-company";
import { may } from "@/lib/domain/access/access";
import { permit } from "../access/permit";
import type { Context } from "../context";

/** The company's own name, address and tax number on statements. Throws `Forbidden`. */
export async function getBillingDetails(ctx: Context): Promise<BillingDetailsAnswer> {
  permit(ctx.actor, "read", "settings");
  return { status: 200, details: await inCompany(ctx.company.id, billingDetails) };
}

/** The same for a page that shows them beside other things; null for those who may not read them. */
export async function visibleDetails(ctx: Context): Promise<BillingDetails | null> {
  return may(ctx.actor.access, "read", "settings") ? (await getBillingDetails(ctx)).details : null;
}

/** For statements from now on; those that were issued keep theirs. Throws `Forbidden`. */
export async function saveBillingDetails(ctx: Context, details: BillingDetails): Promise<BillingDetailsAnswer> {
  permit(ctx.actor, "update", "settings");
  await inCompany(ctx.company.id, (tx) => writeBillingDetails(tx, details));
  return { status: 200, details };
}

export async function billingDetails(tx: Tx): Promise<BillingDetails> {
  return BillingDetails.parse(await readBillingDetails(tx));
}
