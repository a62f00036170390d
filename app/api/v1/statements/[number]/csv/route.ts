import { FILES } from "@/app/api/v1/_docs/statements";
import { file } from "@/lib/api/file-output";
import { StatementNumber } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { exportStatement } from "@/lib/statement/print-statement";

export const GET = route({
  name: "exportStatement",
  policy: KEY_OR_SESSION,
  path: "/statements/{number}/csv",
  params: { number: StatementNumber },
  output: file("text/csv"),
  statuses: [200, 404],
  docs: {
    section: "Statements",
    title: "Download a statement as CSV",
    about: [
      "Contains all lines and taxes. Their amounts add up to the closing balance less the opening balance; these two are in a separate column, `balance`.",
      FILES,
    ],
    example: {},
  },
  handle: ({ ctx, params }) => exportStatement(ctx, params.number),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
