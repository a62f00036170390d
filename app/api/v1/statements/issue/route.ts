import { IssueAnswer, IssueRequest } from "@/lib/contracts/statements";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { issueOrPreview } from "@/lib/services/statements/issue-or-preview";

export const POST = route({
  path: "/statements/issue",
  summary: "Issue every statement that is due, or tell what would be issued",
  doors: ["api_key", "session"],
  input: IssueRequest,
  output: IssueAnswer,
  handle: ({ ctx, input }) => issueOrPreview(ctx, input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
