import { route } from "@/lib/api/route";
import { callRef } from "@/lib/call/call-ref";
import { LockSide } from "@/lib/call/contract/call";
import { ConversionWriteAnswer } from "@/lib/conversion/contract/preview";
import { previewLock } from "@/lib/conversion/preview-call";
import { lockSide } from "@/lib/conversion/set-side";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/calls/{id}/lock",
  summary: "Lock a side against statements from outside, or unlock it",
  doors: ["api_key", "session"],
  input: LockSide,
  output: ConversionWriteAnswer,
  dryRun: true,
  handle: ({ ctx, params, input, dryRun }) => (dryRun ? previewLock : lockSide)(ctx, callRef(params.id ?? ""), input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
