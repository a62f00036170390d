import { LockSide } from "@/lib/contracts/calls";
import { ConversionWriteAnswer } from "@/lib/contracts/preview";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { callRef } from "@/lib/services/call/call-ref";
import { previewLock } from "@/lib/services/call/preview-call";
import { lockSide } from "@/lib/services/call/set-side";

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
