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
    section: "Proof and export",
    title: "Download the ledger for hledger or beancount, or as CSV",
    about: [
      "A text that is streamed, in the order of posting, from one moment. It holds the balances that hledger and beancount shall arrive at after every closed month and at the end: `hledger check` and `bean-check` compare them. With `from`, what was before comes as opening balances. A company reads three at once; one more is answered 429. Takes `billing: read`, `call.revenue: read` and `call.payout: read`.",
    ],
    example: { send: "format=hledger&from=2026-11-01" },
  },
  handle: async ({ ctx, input }) => {
    const file = await exportLedger(ctx, input);
    return input.format === "csv" ? { ...file, media: "text/csv" } : file;
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
