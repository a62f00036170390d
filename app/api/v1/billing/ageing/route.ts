import { z } from "zod";
import { route } from "@/lib/api/route";
import { AgeingAnswer } from "@/lib/document/contract";
import { getAgeing } from "@/lib/document/get-ageing";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/billing/ageing",
  summary: "What buyers owe, by how long it has been due",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: AgeingAnswer,
  handle: async ({ ctx }) => ({ status: 200 as const, ...(await getAgeing(ctx)) }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
