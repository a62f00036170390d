import { z } from "zod";
import { route } from "@/lib/api/route";
import { uuidRef } from "@/lib/call/call-ref";
import { ConversionAnswer, HeldAnswer } from "@/lib/call/contract/call";
import { SecureNewSegments } from "@/lib/call/contract/transcript";
import { addTranscript } from "@/lib/conversion/add-transcript";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/secure/{secure_token}/calls/{uuid}/transcript",
  summary: "A buyer's system adds segments to the transcript of a call, with the secure token in the path",
  doors: ["secure_token"],
  secure: true,
  input: SecureNewSegments,
  output: z.union([ConversionAnswer, HeldAnswer]),
  handle: ({ ctx, params, input }) => addTranscript(ctx, uuidRef(params.uuid ?? ""), input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
