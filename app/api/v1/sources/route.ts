import { z } from "zod";
import { route } from "@/lib/api/route";
import { CreatedSource, NewSource, SourceList } from "@/lib/inbound/contract/integration";
import { createIntegration } from "@/lib/inbound/create-integration";
import { listIntegrations } from "@/lib/inbound/read-integration";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/sources",
  summary: "List the sources of calls",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: SourceList,
  handle: async ({ ctx }) => ({ status: 200 as const, ...(await listIntegrations(ctx)) }),
});

export const POST = route({
  path: "/sources",
  summary: "Add a source of calls: an address at which a phone system or voice agent posts",
  doors: ["api_key", "session"],
  input: NewSource,
  output: CreatedSource,
  handle: async ({ ctx, input }) => ({ status: 201 as const, ...(await createIntegration(ctx, input)) }),
  location: ({ source }) => `/api/v1/sources/${source.id}`,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
