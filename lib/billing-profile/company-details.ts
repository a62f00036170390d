import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { BillingDetails, type BillingDetailsAnswer, type BillingDetailsUpdate } from "./contract";
import { mergeBillingDetails, readBillingDetails } from "./sql/company-details";

/** The company's own name, address and tax number on statements. Throws `Forbidden`. */
export async function getBillingDetails(ctx: Context): Promise<BillingDetailsAnswer> {
  permit(ctx.actor, "read", "settings");
  return { status: 200, details: await inCompany(ctx.company.id, billingDetails) };
}

/** Applies to future statements; issued ones keep theirs. Absent fields are unchanged. Throws `Forbidden`. */
export async function saveBillingDetails(ctx: Context, update: BillingDetailsUpdate): Promise<BillingDetailsAnswer> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, async (tx) => {
    const before = await billingDetails(tx);
    await mergeBillingDetails(tx, update);
    const details = await billingDetails(tx);
    await recordAudit(tx, ctx, { action: "company.updated", id: null, before, after: details });
    return { status: 200, details };
  });
}

export async function billingDetails(tx: Tx): Promise<BillingDetails> {
  return BillingDetails.parse(await readBillingDetails(tx));
}
