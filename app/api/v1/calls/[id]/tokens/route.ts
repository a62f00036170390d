import { ConversionWriteAnswer } from "@/lib/contracts/preview";
import { NewTokens } from "@/lib/contracts/transcript";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { addTokens } from "@/lib/services/call/add-tokens";
import { callRef } from "@/lib/services/call/call-ref";
import { previewTokens } from "@/lib/services/call/preview-call";

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
