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
    title: "Retrieve a call",
    about: ["Identify the call by its ID or UUID. Fields that you don't have permission to read are omitted."],
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
  saves: "shared",
  docs: {
    section: "Conversions",
    title: "Convert or update a call",
    about: [
      "Marks a call as converted, reverses a conversion, sets amounts, or moves the call to another buyer or traffic source. Omitted fields keep their values. The two sides are independent: updating one never changes the other, unless the offer is set to convert with the buyer.",
      "`buyer_converted=true` requires a buyer, and `offer_converted=true` a traffic source: the call's own, or one that you send. If you omit the amount, Callmark uses the amount stated earlier, then that of the first rule that holds, then the price in force when the call started. Each field requires its own permission: `call.buyer_converted`, `call.offer_converted`, `call.revenue`, `call.payout`, or `call.tokens`. If you lack one of them, nothing in the request is saved.",
      "`add_revenue` and `add_payout` are added to the amount that stands when the request is applied, so simultaneous requests lose nothing. They require an `Idempotency-Key`, unless the company allows them without. A side that isn't converted and has no stated amount has nothing to add to and returns 422; with `buyer_converted=true` in the same request, the amount is added to the price.",
      "To reverse a conversion, send `false`. To retry safely, send the same `event_id`. To avoid overwriting changes you haven't seen, send the `version` of the call you read.",
    ],
    example: { send: "buyer_converted=true&revenue=10", answer: { status: 200, changed: true, call: SAMPLE_CALL } },
  },
  handle: ({ ctx, params, input, dryRun }) => (dryRun ? previewUpdate : updateCall)(ctx, params.id, input),
});

export const POST = PUT;

export const { PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT, POST });
