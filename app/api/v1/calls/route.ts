import { route } from "@/lib/api/route";
import { CallList, CallListQuery, NewCall, RecordedCall } from "@/lib/call/contract/call";
import { recordCall } from "@/lib/inbound/record-calls";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { listCalls } from "@/lib/report/list-calls";

export const GET = route({
  path: "/calls",
  summary: "List calls, newest first, or find them",
  doors: ["api_key", "session"],
  input: CallListQuery,
  output: CallList,
  handle: async ({ ctx, input }) => {
    const { calls, next_cursor } = await listCalls(ctx, input);
    return { status: 200 as const, calls, metadata: { next_cursor } };
  },
});

export const POST = route({
  path: "/calls",
  summary: "Take in a finished or running call; the same external_id again is an update",
  doors: ["api_key"],
  input: NewCall,
  output: RecordedCall,
  handle: async ({ ctx, input }) => {
    const { created, call } = await recordCall(ctx, input);
    return { status: created ? 201 : 200, call };
  },
  location: ({ call }) => `/api/v1/calls/${call.id}`,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
