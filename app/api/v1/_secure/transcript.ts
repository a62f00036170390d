import { z } from "zod";
import { route } from "@/lib/api/route";
import { ConversionAnswer, HeldAnswer } from "@/lib/call/contract/call";
import { SecureNewSegments } from "@/lib/call/contract/transcript";
import { addTranscript } from "@/lib/conversion/add-transcript";
import { CONVERTED_OF_BUYER, SEGMENTS, TRANSCRIPT } from "../_docs/facts";
import { FORGIVING } from "../_docs/secure";
import type { TokenPlace } from "./places";

const MEBIBYTE = 1024;

export function addTranscriptSecurely({ policy, path, params, by, where }: TokenPlace) {
  return route({
    name: `reportTranscript${by}`,
    policy,
    path: `${path}/transcript`,
    params,
    input: SecureNewSegments,
    output: z.union([ConversionAnswer, HeldAnswer]),
    statuses: [200, 403, 404, 409],
    saves: "shared",
    kibibytesAtMost: MEBIBYTE,
    docs: {
      section: "Secure token facts",
      title: `Add to a transcript (${where})`,
      about: [TRANSCRIPT, FORGIVING],
      example: { send: { segments: SEGMENTS }, answer: { status: 200, changed: true, call: CONVERTED_OF_BUYER } },
    },
    handle: ({ ctx, params, input }) => addTranscript(ctx, params.uuid, input),
  });
}
