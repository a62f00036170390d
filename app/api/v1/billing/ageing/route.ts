import { z } from "zod";
import { AgeingAnswer } from "@/lib/contracts/documents";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { getAgeing } from "@/lib/services/documents/get-ageing";

export const GET = route({
  path: "/billing/ageing",
  summary: "What buyers owe, by how long it has been due",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: AgeingAnswer,
  handle: async ({ ctx }) => ({ status: 200 as const, ...(await getAgeing(ctx)) }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
