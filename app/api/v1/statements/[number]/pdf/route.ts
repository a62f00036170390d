import { FILES } from "@/app/api/v1/_docs/statements";
import { file } from "@/lib/api/file-output";
import { StatementNumber } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { printStatement } from "@/lib/statement/print-statement";

export const GET = route({
  name: "printStatement",
  policy: KEY_OR_SESSION,
  path: "/statements/{number}/pdf",
  params: { number: StatementNumber },
  output: file("application/pdf"),
  statuses: [200, 404],
  docs: {
    section: "Statements",
    title: "Download a statement as PDF",
    about: [
      "A statement with more than 5,000 lines shows daily totals instead; download the CSV for every line.",
      FILES,
    ],
    example: {},
  },
  handle: ({ ctx, params }) => printStatement(ctx, params.number),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
