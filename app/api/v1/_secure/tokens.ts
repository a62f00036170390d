import { route } from "@/lib/api/route";
import { NewTokens } from "@/lib/call/contract/transcript";
import { addTokens } from "@/lib/conversion/add-tokens";
import { SecureWriteAnswer } from "@/lib/conversion/contract/preview";
import { previewTokens } from "@/lib/conversion/preview-call";
import { CONVERTED_OF_BUYER, TOKENS } from "../_docs/facts";
import { FORGIVING } from "../_docs/secure";
import type { TokenPlace } from "./places";

export function addTokensSecurely({ policy, path, params, by, where }: TokenPlace) {
  return route({
    name: `reportTokens${by}`,
    policy,
    path: `${path}/tokens`,
    params,
    input: NewTokens,
    output: SecureWriteAnswer,
    statuses: [200, 403, 404, 409],
    dryRun: true,
    saves: "shared",
    docs: {
      section: "Secure token facts",
      title: `Add tokens to a call (${where})`,
      about: [TOKENS, FORGIVING],
      example: {
        send: { tokens: { appointment_booked: "true" } },
        answer: { status: 200, changed: true, call: CONVERTED_OF_BUYER },
      },
    },
    handle: ({ ctx, params, input, dryRun }) => (dryRun ? previewTokens : addTokens)(ctx, params.uuid, input),
  });
}
