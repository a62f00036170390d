import { z } from "zod";
import { route } from "@/lib/api/route";
import { InboxSummary } from "@/lib/inbox/contract";
import { countOpen } from "@/lib/inbox/count-open";
import { listSilentBuyers } from "@/lib/inbox/list-silent-buyers";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/inbox/summary",
  summary: "How much waits, and which buyers fell silent",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: InboxSummary,
  handle: async ({ ctx }) => {
    const [counts, silent] = await Promise.all([countOpen(ctx), listSilentBuyers(ctx)]);
    return { status: 200 as const, ...counts, silent_buyers: silent };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
