import { SAMPLE_CALL } from "@/app/api/v1/_docs/calls";
import { CallReference } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { CallAnswer, ConversionUpdate } from "@/lib/call/contract/call";
import { ConversionWriteAnswer } from "@/lib/conversion/contract/preview";
import { getCall } from "@/lib/conversion/get-call";
import { previewUpdate } from "@/lib/conversion/preview-call";
import { updateCall } from "@/lib/conversion/update-call";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getCall",
  policy: KEY_OR_SESSION,
  path: "/calls/{id}",
  params: { id: CallReference },
  output: CallAnswer,
  statuses: [200, 404],
  docs: {
    section: "Calls",
    title: "Get a call",
    about: ["Fields that your key may not read are absent, not empty."],
    example: { answer: { status: 200, call: SAMPLE_CALL } },
  },
  handle: async ({ ctx, params }) => ({ status: 200 as const, call: await getCall(ctx, params.id) }),
});

export const PUT = route({
  name: "convertCall",
  policy: KEY_OR_SESSION,
  path: "/calls/{id}",
  params: { id: CallReference },
  input: ConversionUpdate,
  output: ConversionWriteAnswer,
  statuses: [200, 404, 409],
  dryRun: true,
  docs: {
    section: "Conversions",
    title: "Mark a call as converted, reverse it, set amounts, or move the call",
    about: [
      "What is absent stays as it is. The two sides are independent: to name one never touches the other, unless the offer is set to convert when the buyer converts.",
      "`buyer_converted=true` needs a buyer and `offer_converted=true` a traffic source: the call's own, or one that the request names. Without a stated amount the terms in force when the call started decide. Each field takes its own permission: `call.buyer_converted`, `call.offer_converted`, `call.revenue`, `call.payout`, `call.tokens`; a request with one field too many is refused as a whole.",
      "To take a conversion back, send false. To repeat a statement safely, send the same `event_id`. To save only over what you have seen, send its `version`.",
    ],
    example: { send: "buyer_converted=true&revenue=10", answer: { status: 200, changed: true, call: SAMPLE_CALL } },
  },
  handle: ({ ctx, params, input, dryRun }) => (dryRun ? previewUpdate : updateCall)(ctx, params.id, input),
});

export const POST = PUT;

export const { PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT, POST });
