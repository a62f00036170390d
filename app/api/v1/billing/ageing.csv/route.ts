import { file } from "@/lib/api/file-output";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { exportAgeing } from "@/lib/document/export-ageing";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "exportAgeing",
  policy: KEY_OR_SESSION,
  path: "/billing/ageing.csv",
  output: file("text/csv"),
  statuses: [200],
  docs: {
    section: "Balances",
    title: "Export the aging of receivables as CSV",
    about: [
      "Returns the aging report as a CSV file with one line per buyer. Requires the permissions `billing: read` and `call.revenue: read`.",
    ],
    example: {},
  },
  handle: ({ ctx }) => exportAgeing(ctx),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
