import { AUDIT_ENTRY } from "@/app/api/v1/_docs/people";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { AuditList, AuditQuery } from "@/lib/audit/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { listAuditLog } from "@/lib/report/list-audit";

export const GET = route({
  name: "listAuditEntries",
  policy: KEY_OR_SESSION,
  path: "/audit",
  input: AuditQuery,
  output: AuditList,
  statuses: [200],
  docs: {
    section: "Audit log",
    title: "List audit entries",
    about: [
      "Who did what, when and from where, newest first: settings, prices, caps, members, keys, sign-ins, documents, statements, closings, exports. Entries are never changed or deleted. Changes of calls are in the history of each call.",
      "It takes the permission `members: read`. What changed is null unless you can read billing, revenue, and payout.",
    ],
    example: {
      send: "action=member.changed&per_page=20",
      answer: { status: 200, entries: [AUDIT_ENTRY], metadata: { next_cursor: null } },
    },
  },
  handle: async ({ ctx, input }) => {
    const { entries, next_cursor } = await listAuditLog(ctx, input);
    return { status: 200 as const, entries, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
