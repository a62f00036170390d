import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { IssueAnswer, IssueRequest } from "@/lib/statement/contract/statement";
import { issueOrPreview } from "@/lib/statement/issue-or-preview";

export const POST = route({
  path: "/statements/issue",
  summary: "Issue every statement that is due, or tell what would be issued",
  doors: ["api_key", "session"],
  input: IssueRequest,
  output: IssueAnswer,
  handle: ({ ctx, input }) => issueOrPreview(ctx, input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
