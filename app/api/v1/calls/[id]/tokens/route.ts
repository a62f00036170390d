import { route } from "@/lib/api/route";
import { callRef } from "@/lib/call/call-ref";
import { NewTokens } from "@/lib/call/contract/transcript";
import { addTokens } from "@/lib/conversion/add-tokens";
import { ConversionWriteAnswer } from "@/lib/conversion/contract/preview";
import { previewTokens } from "@/lib/conversion/preview-call";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/calls/{id}/tokens",
  summary: "Add tokens to a call, during or after it",
  doors: ["api_key", "session"],
  input: NewTokens,
  output: ConversionWriteAnswer,
  dryRun: true,
  handle: ({ ctx, params, input, dryRun }) =>
    (dryRun ? previewTokens : addTokens)(ctx, callRef(params.id ?? ""), input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
