import { z } from "zod";
import { ChangeList } from "@/lib/contracts/changes";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { callRef } from "@/lib/services/call/call-ref";
import { listChanges } from "@/lib/services/call/list-changes";

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
