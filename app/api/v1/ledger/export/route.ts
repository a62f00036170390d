import { file } from "@/lib/api/file-output";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { LedgerExportQuery } from "@/lib/export/contract";
import { exportLedger } from "@/lib/export/export-ledger";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "exportLedger",
  policy: KEY_OR_SESSION,
  path: "/ledger/export",
  input: LedgerExportQuery,
  output: file("text/plain", "text/csv"),
  statuses: [200],
  docs: {
    section: "Ledger",
    title: "Export the ledger",
    about: [
      "Streams a consistent snapshot of the ledger for hledger, for Beancount, or as CSV, in posting order. The hledger and Beancount files include the expected balances after every closed month and at the end; verify them with `hledger check` or `bean-check`. With `from`, earlier entries are summed up as opening balances. A company can run three exports at a time; more return 429. Requires the permissions `billing: read`, `call.revenue: read`, and `call.payout: read`.",
    ],
    example: { send: "format=hledger&from=2026-11-01" },
  },
  handle: async ({ ctx, input }) => {
    const file = await exportLedger(ctx, input);
    return input.format === "csv" ? { ...file, media: "text/csv" } : file;
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
