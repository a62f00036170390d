import { z } from "zod";
import { ConversionAnswer, HeldAnswer } from "@/lib/contracts/calls";
import { SecureNewSegments } from "@/lib/contracts/transcript";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { addTranscript } from "@/lib/services/call/add-transcript";
import { uuidRef } from "@/lib/services/call/call-ref";

export const POST = route({
  path: "/secure/calls/{uuid}/transcript",
  summary:
    "A buyer's system adds segments to the transcript of a call, with the secure token in the Authorization header",
  doors: ["secure_token"],
  secure: true,
  input: SecureNewSegments,
  output: z.union([ConversionAnswer, HeldAnswer]),
  handle: ({ ctx, params, input }) => addTranscript(ctx, uuidRef(params.uuid ?? ""), input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
