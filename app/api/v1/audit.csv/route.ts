import { file } from "@/lib/api/file-output";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { AuditExportQuery } from "@/lib/audit/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { exportAuditLog } from "@/lib/report/list-audit";

export const GET = route({
  name: "exportAuditEntries",
  policy: KEY_OR_SESSION,
  path: "/audit.csv",
  input: AuditExportQuery,
  output: file("text/csv"),
  statuses: [200],
  docs: {
    section: "Audit log",
    title: "Export the audit log as CSV",
    about: ["The same entries, newest first. The export is an entry, too. It takes the permission `members: read`."],
    example: { send: "from=2026-11-01&to=2026-11-30" },
  },
  handle: async ({ ctx, input }) => ({ name: "audit-log.csv", body: await exportAuditLog(ctx, input) }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
