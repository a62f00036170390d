import { SAMPLE_UNDECIDED_CALL } from "@/app/api/v1/_docs/calls";
import { CallReference } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { ReturnToAutomatic } from "@/lib/call/contract/call";
import { ConversionWriteAnswer } from "@/lib/conversion/contract/preview";
import { previewAutomatic } from "@/lib/conversion/preview-call";
import { returnToAutomatic } from "@/lib/conversion/set-side";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "returnToAutomatic",
  policy: KEY_OR_SESSION,
  path: "/calls/{id}/automatic",
  params: { id: CallReference },
  input: ReturnToAutomatic,
  output: ConversionWriteAnswer,
  statuses: [200, 404, 409],
  dryRun: true,
  saves: "shared",
  docs: {
    section: "Conversions",
    title: "Return a side to automatic",
    about: [
      "Removes the explicit update and the lock from this side, and re-evaluates the call as if they had never existed. This can reverse the conversion. A stated amount is also removed if you have permission to change it.",
    ],
    example: { send: { side: "buyer" }, answer: { status: 200, changed: true, call: SAMPLE_UNDECIDED_CALL } },
  },
  handle: ({ ctx, params, input, dryRun }) => (dryRun ? previewAutomatic : returnToAutomatic)(ctx, params.id, input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
