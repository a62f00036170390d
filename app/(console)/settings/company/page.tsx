import type { Metadata } from "next";
import { CompanyPage } from "@/components/settings/company/company-page";
import { NoAccess } from "@/components/ui/no-access";
import { getCompanySettings } from "@/lib/access/company-settings";
import { requireContext } from "@/lib/access/current-context";
import { getBillingDetails } from "@/lib/billing-profile/company-details";
import { getLogoVersion } from "@/lib/statement/company-logo";
import { readSettings } from "../../buyers/read-settings";

export const metadata: Metadata = { title: "Company" };

export default async function Company() {
  const ctx = await requireContext("/settings/company");
  const read = await readSettings(() =>
    Promise.all([getCompanySettings(ctx), getBillingDetails(ctx), getLogoVersion(ctx)]),
  );
  if (!read) return <NoAccess to="company settings" permission="settings: read" />;
  const [company, { details }, logo] = read;
  return <CompanyPage company={company} details={details} logo={logo} access={ctx.actor.access} />;
}
