import { route } from "@/lib/api/route";
import { callRef } from "@/lib/call/call-ref";
import { ReturnToAutomatic } from "@/lib/call/contract/call";
import { ConversionWriteAnswer } from "@/lib/conversion/contract/preview";
import { previewAutomatic } from "@/lib/conversion/preview-call";
import { returnToAutomatic } from "@/lib/conversion/set-side";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/calls/{id}/automatic",
  summary: "Return a side to automatic: withdraw what was said about it, and its lock",
  doors: ["api_key", "session"],
  input: ReturnToAutomatic,
  output: ConversionWriteAnswer,
  dryRun: true,
  handle: ({ ctx, params, input, dryRun }) =>
    (dryRun ? previewAutomatic : returnToAutomatic)(ctx, callRef(params.id ?? ""), input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
