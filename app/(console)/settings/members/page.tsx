import type { Metadata } from "next";
import { MembersPage } from "@/components/access/members-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { listCompanyMembers } from "@/lib/access/members";
import { readSettings } from "../../buyers/read-settings";

export const metadata: Metadata = { title: "Members" };

export default async function Members() {
  const ctx = await requireContext("/settings/members");
  const members = await readSettings(() => listCompanyMembers(ctx));
  if (!members) return <NoAccess to="members" permission="members: read" />;
  return <MembersPage members={members} access={ctx.actor.access} timeZone={ctx.company.timeZone} />;
}
