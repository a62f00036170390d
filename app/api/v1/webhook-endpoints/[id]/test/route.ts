import { SETTINGS, TEST_DELIVERY } from "@/app/api/v1/_docs/webhook-endpoints";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { DeliveryAnswer } from "@/lib/outbound/contract/delivery";
import { testEndpoint } from "@/lib/outbound/test-endpoint";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "testWebhookEndpoint",
  policy: KEY_OR_SESSION,
  path: "/webhook-endpoints/{id}/test",
  params: { id: numberOf("webhook endpoint", 4) },
  output: DeliveryAnswer,
  statuses: [200, 404],
  docs: {
    section: "Outgoing webhooks",
    title: "Send a test event",
    about: [
      "Posts `endpoint.test` now, also to a paused endpoint, and returns the attempt with its answer. It is not tried again.",
      SETTINGS,
    ],
    example: { answer: { status: 200, delivery: TEST_DELIVERY } },
  },
  handle: async ({ ctx, params }) => ({ status: 200 as const, delivery: await testEndpoint(ctx, params.id) }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
