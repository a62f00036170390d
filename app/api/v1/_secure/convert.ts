import { route } from "@/lib/api/route";
import { SecureConversionUpdate } from "@/lib/call/contract/call";
import { SecureWriteAnswer } from "@/lib/conversion/contract/preview";
import { previewUpdate } from "@/lib/conversion/preview-call";
import { updateCall } from "@/lib/conversion/update-call";
import { SAMPLE_CALL_OF_BUYER } from "../_docs/calls";
import { FORGIVING, OF_A_BUYER } from "../_docs/secure";
import type { TokenPlace } from "./places";

export function convertSecurely({ policy, path, params, by, where, about }: TokenPlace) {
  return route({
    name: `reportConversion${by}`,
    policy,
    path,
    params,
    input: SecureConversionUpdate,
    output: SecureWriteAnswer,
    statuses: [200, 403, 404, 409],
    dryRun: true,
    saves: "shared",
    docs: {
      section: "Secure token",
      title: `Report a conversion (${where})`,
      about: [about, OF_A_BUYER, FORGIVING],
      example: {
        send: "buyer_converted=true&revenue=10",
        answer: { status: 200, changed: true, call: SAMPLE_CALL_OF_BUYER },
      },
    },
    handle: ({ ctx, params, input, dryRun }) => (dryRun ? previewUpdate : updateCall)(ctx, params.uuid, input),
  });
}
