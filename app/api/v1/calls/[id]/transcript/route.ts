import { z } from "zod";
import { route } from "@/lib/api/route";
import { callRef } from "@/lib/call/call-ref";
import { ConversionAnswer } from "@/lib/call/contract/call";
import { NewSegments, Transcript } from "@/lib/call/contract/transcript";
import { getTranscript } from "@/lib/call/get-transcript";
import { addTranscript } from "@/lib/conversion/add-transcript";
import { otherMethods } from "@/lib/platform/http/other-methods";

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
