import { z } from "zod";
import { InboxSummary } from "@/lib/contracts/inbox";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { countOpen } from "@/lib/services/inbox/count-open";
import { listSilentBuyers } from "@/lib/services/inbox/list-silent-buyers";

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
