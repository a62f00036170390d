import { z } from "zod";
import { route } from "@/lib/api/route";
import { callRef } from "@/lib/call/call-ref";
import { ChangeList } from "@/lib/call/contract/change";
import { listChanges } from "@/lib/call/list-changes";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/calls/{id}/changes",
  summary: "The change log of a call and of its tokens, newest first",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: ChangeList,
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    ...(await listChanges(ctx, callRef(params.id ?? ""))),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
