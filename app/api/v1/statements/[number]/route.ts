import { z } from "zod";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { StatementAnswer } from "@/lib/statement/contract/statement";
import { getStatement } from "@/lib/statement/get-statement";

export const GET = route({
  path: "/statements/{number}",
  summary: "A statement with its sums and taxes",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: StatementAnswer,
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    statement: await getStatement(ctx, params.number ?? ""),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
