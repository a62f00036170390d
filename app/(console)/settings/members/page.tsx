import type { Metadata } from "next";
import { MembersPage } from "@/components/access/members-page";
import { NoAccess } from "@/components/ui/no-access";
import { getCompanySettings } from "@/lib/access/company-settings";
import { requireContext } from "@/lib/access/current-context";
import { listCompanyMembers } from "@/lib/access/members";
import { readSettings } from "../../buyers/read-settings";

export const metadata: Metadata = { title: "Members" };

export default async function Members() {
  const ctx = await requireContext("/settings/members");
  const members = await readSettings(() => listCompanyMembers(ctx));
  if (!members) return <NoAccess to="members" permission="members: read" />;
  const company = await readSettings(() => getCompanySettings(ctx));
  return (
    <MembersPage
      members={members}
      isFactorRequired={company?.second_factor_required ?? null}
      access={ctx.actor.access}
      timeZone={ctx.company.timeZone}
    />
  );
}
