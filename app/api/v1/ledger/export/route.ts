import { fileRoute } from "@/lib/api/file-route";
import { LedgerExportQuery } from "@/lib/export/contract";
import { exportLedger } from "@/lib/export/export-ledger";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = fileRoute({
  path: "/ledger/export",
  summary: "The whole ledger for hledger, for beancount or as CSV",
  doors: ["api_key", "session"],
  input: LedgerExportQuery,
  media: "text/plain",
  handle: async ({ ctx, input }) => {
    const file = await exportLedger(ctx, input);
    return input.format === "csv" ? { ...file, media: "text/csv" } : file;
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
