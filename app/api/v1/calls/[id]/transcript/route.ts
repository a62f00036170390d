import { z } from "zod";
import { ConversionAnswer } from "@/lib/contracts/calls";
import { NewSegments, Transcript } from "@/lib/contracts/transcript";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { addTranscript } from "@/lib/services/call/add-transcript";
import { callRef } from "@/lib/services/call/call-ref";
import { getTranscript } from "@/lib/services/call/get-transcript";

export const GET = route({
  path: "/calls/{id}/transcript",
  summary: "What was said in a call",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: Transcript,
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    segments: await getTranscript(ctx, callRef(params.id ?? "")),
  }),
});

export const POST = route({
  path: "/calls/{id}/transcript",
  summary: "Add segments to the transcript of a call, during or after it",
  doors: ["api_key", "session"],
  input: NewSegments,
  output: ConversionAnswer,
  handle: ({ ctx, params, input }) => addTranscript(ctx, callRef(params.id ?? ""), input),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
