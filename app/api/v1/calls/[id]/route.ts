import { z } from "zod";
import { CallAnswer, ConversionUpdate } from "@/lib/contracts/calls";
import { ConversionWriteAnswer } from "@/lib/contracts/preview";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { callRef } from "@/lib/services/call/call-ref";
import { getCall } from "@/lib/services/call/get-call";
import { previewUpdate } from "@/lib/services/call/preview-call";
import { updateCall } from "@/lib/services/call/update-call";

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
