import { SETTINGS } from "@/app/api/v1/_docs/webhook-endpoints";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { ResendRange, Resent } from "@/lib/outbound/contract/delivery";
import { resendRange } from "@/lib/outbound/resend";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "resendWebhookDeliveries",
  policy: KEY_OR_SESSION,
  path: "/webhook-endpoints/{id}/resend",
  params: { id: numberOf("webhook endpoint", 4) },
  input: ResendRange,
  output: Resent,
  statuses: [200, 404],
  docs: {
    section: "Webhook deliveries",
    title: "Resend a range of time",
    about: [
      "Sends what happened from `from` on, before `until`, again: with the same IDs and payloads, in order. With `missing` only what was not delivered; then both times may be omitted. Returns the number of deliveries.",
      SETTINGS,
    ],
    example: { send: { missing: true }, answer: { status: 200, resent: 12 } },
  },
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    resent: await resendRange(ctx, params.id, input),
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
