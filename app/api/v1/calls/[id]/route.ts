import { z } from "zod";
import { route } from "@/lib/api/route";
import { callRef } from "@/lib/call/call-ref";
import { CallAnswer, ConversionUpdate } from "@/lib/call/contract/call";
import { ConversionWriteAnswer } from "@/lib/conversion/contract/preview";
import { getCall } from "@/lib/conversion/get-call";
import { previewUpdate } from "@/lib/conversion/preview-call";
import { updateCall } from "@/lib/conversion/update-call";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/calls/{id}",
  summary: "Read a call",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: CallAnswer,
  handle: async ({ ctx, params }) => ({ status: 200 as const, call: await getCall(ctx, callRef(params.id ?? "")) }),
});

export const PUT = route({
  path: "/calls/{id}",
  summary: "Mark a call as converted, take a conversion back, state amounts, move the call",
  doors: ["api_key", "session"],
  input: ConversionUpdate,
  output: ConversionWriteAnswer,
  dryRun: true,
  handle: ({ ctx, params, input, dryRun }) =>
    (dryRun ? previewUpdate : updateCall)(ctx, callRef(params.id ?? ""), input),
});

export const POST = PUT;

export const { PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT, POST });
