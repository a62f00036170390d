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
    title: "Download a statement with all its lines as CSV",
    about: [
      "All its lines and taxes, whose amounts add up to the closing less the opening balance. Those two stand in a column of their own, `balance`.",
      FILES,
    ],
    example: {},
  },
  handle: ({ ctx, params }) => exportStatement(ctx, params.number),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
