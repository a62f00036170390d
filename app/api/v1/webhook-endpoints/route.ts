import { AMOUNTS, ENDPOINT, SETTINGS } from "@/app/api/v1/_docs/webhook-endpoints";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { CreatedWebhookEndpoint, NewWebhookEndpoint, WebhookEndpointList } from "@/lib/outbound/contract/endpoint";
import { createWebhookEndpoint } from "@/lib/outbound/create-endpoint";
import { listWebhookEndpoints } from "@/lib/outbound/read-endpoints";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listWebhookEndpoints",
  policy: KEY_OR_SESSION,
  path: "/webhook-endpoints",
  output: WebhookEndpointList,
  statuses: [200],
  docs: {
    section: "Outgoing webhooks",
    title: "List webhook endpoints",
    about: ["Returns all endpoints by name, without their secrets. Requires the permission `settings: read`."],
    example: { answer: { status: 200, webhook_endpoints: [ENDPOINT] } },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, webhook_endpoints: await listWebhookEndpoints(ctx) }),
});

export const POST = route({
  name: "createWebhookEndpoint",
  policy: KEY_OR_SESSION,
  path: "/webhook-endpoints",
  input: NewWebhookEndpoint,
  output: CreatedWebhookEndpoint,
  statuses: [201],
  docs: {
    section: "Outgoing webhooks",
    title: "Create a webhook endpoint",
    about: [
      "From now on, events are posted to the URL as JSON, signed as [Standard Webhooks](https://www.standardwebhooks.com) says: check `webhook-signature` with the `secret` of the response, which is shown only once. Answer with a status from 200 to 299 within 10 seconds.",
      "Every event is sent at least once, and the events of one call in order: a later one waits until the earlier one is delivered or given up. After any other answer, or none, it is sent again with growing pauses for three days. `webhook-id` stays the same, so you can recognize what you already have. Redirects aren't followed.",
      "`revenue` and `payout` are what is owed for the call now. A call that moves to another buyer is `buyer.reversed` for the first and `buyer.converted` for the second. The endpoint of a buyer or traffic source is never sent the other side.",
      `${SETTINGS} ${AMOUNTS}`,
    ],
    example: {
      send: {
        name: "Warehouse",
        url: "https://hooks.example.test/callmark",
        events: ["buyer.converted", "buyer.reversed"],
        buyer_ids: [7],
      },
      answer: { status: 201, webhook_endpoint: ENDPOINT, secret: "whsec_SIGNING_SECRET" },
    },
  },
  handle: async ({ ctx, input }) => ({ status: 201 as const, ...(await createWebhookEndpoint(ctx, input)) }),
  location: ({ webhook_endpoint }) => `/api/v1/webhook-endpoints/${webhook_endpoint.id}`,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
