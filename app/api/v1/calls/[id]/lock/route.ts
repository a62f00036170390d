import { LockSide } from "@/lib/contracts/calls";
import { ConversionWriteAnswer } from "@/lib/contracts/preview";
import { route } from "@/lib/http/route";
import { callRef } from "@/lib/services/call/call-ref";
import { lockSide } from "@/lib/services/call/set-side";

export const POST = route({
  path: "/calls/{id}/lock",
  summary: "Lock a side against statements from outside, or unlock it",
  doors: ["api_key", "session"],
  input: LockSide,
  output: ConversionWriteAnswer,
  dryRun: true,
  handle: ({ ctx, params, input }) => lockSide(ctx, callRef(params.id ?? ""), input),
});
