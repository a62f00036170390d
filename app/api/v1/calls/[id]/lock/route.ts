import { SAMPLE_LOCKED_CALL } from "@/app/api/v1/_docs/calls";
import { CallReference } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { LockSide } from "@/lib/call/contract/call";
import { ConversionWriteAnswer } from "@/lib/conversion/contract/preview";
import { previewLock } from "@/lib/conversion/preview-call";
import { lockSide } from "@/lib/conversion/set-side";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "lockSide",
  policy: KEY_OR_SESSION,
  path: "/calls/{id}/lock",
  params: { id: CallReference },
  input: LockSide,
  output: ConversionWriteAnswer,
  statuses: [200, 404, 409],
  dryRun: true,
  saves: "shared",
  docs: {
    section: "Conversions",
    title: "Lock or unlock a side",
    about: [
      "While a side is locked, updates to it from API keys, secure tokens, and webhooks wait in the inbox. They return 200 with `held: true`.",
    ],
    example: {
      send: { side: "buyer", locked: true },
      answer: { status: 200, changed: true, call: SAMPLE_LOCKED_CALL },
    },
  },
  handle: ({ ctx, params, input, dryRun }) => (dryRun ? previewLock : lockSide)(ctx, params.id, input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
