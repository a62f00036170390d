import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberPage } from "@/components/access/member-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { getMember } from "@/lib/access/members";
import { parseId } from "@/lib/base/ids";
import { readSettings } from "../../../buyers/read-settings";

export const metadata: Metadata = { title: "Member" };

export default async function MemberDetail({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireContext(`/settings/members/${encodeURIComponent(id)}`);
  const memberId = parseId(id) ?? notFound();
  const member = await readSettings(() => getMember(ctx, memberId));
  if (!member) return <NoAccess to="members" permission="members: read" />;
  return (
    <MemberPage
      key={`${member.role} ${JSON.stringify(member.permissions)} ${member.name}`}
      member={member}
      access={ctx.actor.access}
      isSelf={ctx.actor.id === member.id}
      timeZone={ctx.company.timeZone}
    />
  );
}
