import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { auditAddress, readAuditView } from "@/components/report/audit-address";
import { AuditLog } from "@/components/report/audit-log";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { listAuditLog } from "@/lib/report/list-audit";
import { readSettings } from "../../buyers/read-settings";

type AuditLogPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditLogPage({ searchParams }: AuditLogPageProps) {
  const view = readAuditView(await searchParams);
  const ctx = await requireContext(auditAddress(view));
  const read = await readSettings(() => listAuditLog(ctx, view)).catch((reason: unknown) => {
    // An invalid cursor or filter shows the newest page.
    if (reason instanceof Invalid && Object.keys(view).length > 0) redirect(auditAddress({}));
    throw reason;
  });
  if (!read) return <NoAccess to="the audit log" permission="members: read" />;
  return (
    <AuditLog
      entries={read.entries}
      nextCursor={read.next_cursor}
      view={view}
      access={ctx.actor.access}
      timeZone={ctx.company.timeZone}
    />
  );
}
