import { ReturnToAutomatic } from "@/lib/contracts/calls";
import { ConversionWriteAnswer } from "@/lib/contracts/preview";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { callRef } from "@/lib/services/call/call-ref";
import { previewAutomatic } from "@/lib/services/call/preview-call";
import { returnToAutomatic } from "@/lib/services/call/set-side";

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
