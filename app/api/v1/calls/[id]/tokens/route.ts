import { CONVERTED, TOKENS } from "@/app/api/v1/_docs/facts";
import { CallReference } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { NewTokens } from "@/lib/call/contract/transcript";
import { addTokens } from "@/lib/conversion/add-tokens";
import { ConversionWriteAnswer } from "@/lib/conversion/contract/preview";
import { previewTokens } from "@/lib/conversion/preview-call";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "addTokens",
  policy: KEY_OR_SESSION,
  path: "/calls/{id}/tokens",
  params: { id: CallReference },
  input: NewTokens,
  output: ConversionWriteAnswer,
  statuses: [200, 404],
  dryRun: true,
  saves: "shared",
  docs: {
    section: "Call facts",
    title: "Add tokens to a call",
    about: [
      TOKENS,
      "Requires the permission `call.tokens: update`. A token that a rule uses as an amount also requires permission to update that amount.",
    ],
    example: {
      send: { tokens: { appointment_booked: "true" } },
      answer: {
        status: 200,
        changed: true,
        call: { ...CONVERTED, tokens: { zip: "80202", appointment_booked: "true" } },
      },
    },
  },
  handle: ({ ctx, params, input, dryRun }) => (dryRun ? previewTokens : addTokens)(ctx, params.id, input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
