import { AMOUNTS, ENDPOINT, SETTINGS } from "@/app/api/v1/_docs/webhook-endpoints";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import {
  DeletedWebhookEndpoint,
  UpdatedWebhookEndpoint,
  WebhookEndpointAnswer,
  WebhookEndpointUpdate,
} from "@/lib/outbound/contract/endpoint";
import { getWebhookEndpoint } from "@/lib/outbound/read-endpoints";
import { deleteWebhookEndpoint, updateWebhookEndpoint } from "@/lib/outbound/update-endpoint";
import { otherMethods } from "@/lib/platform/http/other-methods";

const params = { id: numberOf("webhook endpoint", 4) };

export const GET = route({
  name: "getWebhookEndpoint",
  policy: KEY_OR_SESSION,
  path: "/webhook-endpoints/{id}",
  params,
  output: WebhookEndpointAnswer,
  statuses: [200, 404],
  docs: {
    section: "Outgoing webhooks",
    title: "Retrieve a webhook endpoint",
    about: ["Returns the endpoint without its secret. Requires the permission `settings: read`."],
    example: { answer: { status: 200, webhook_endpoint: ENDPOINT } },
  },
  handle: async ({ ctx, params: { id } }) => ({
    status: 200 as const,
    webhook_endpoint: await getWebhookEndpoint(ctx, id),
  }),
});

export const PUT = route({
  name: "updateWebhookEndpoint",
  policy: KEY_OR_SESSION,
  path: "/webhook-endpoints/{id}",
  params,
  input: WebhookEndpointUpdate,
  output: UpdatedWebhookEndpoint,
  statuses: [200, 404],
  docs: {
    section: "Outgoing webhooks",
    title: "Update a webhook endpoint",
    about: [
      "Changes the fields that you send. While an endpoint is paused, its events wait; they are sent once it is active again. With `new_secret`, events are signed with both secrets for 24 hours.",
      `${SETTINGS} For a new URL, events, or secret: ${AMOUNTS}`,
    ],
    example: {
      send: { state: "paused" },
      answer: { status: 200, webhook_endpoint: { ...ENDPOINT, state: "paused" }, secret: null },
    },
  },
  handle: async ({ ctx, params: { id }, input }) => ({
    status: 200 as const,
    ...(await updateWebhookEndpoint(ctx, id, input)),
  }),
});

export const DELETE = route({
  name: "deleteWebhookEndpoint",
  policy: KEY_OR_SESSION,
  path: "/webhook-endpoints/{id}",
  params,
  output: DeletedWebhookEndpoint,
  statuses: [200, 404],
  docs: {
    section: "Outgoing webhooks",
    title: "Delete a webhook endpoint",
    about: ["Deletes the endpoint with its deliveries, also those that still wait.", SETTINGS],
    example: { answer: { status: 200, deleted: true } },
  },
  handle: async ({ ctx, params: { id } }) => {
    await deleteWebhookEndpoint(ctx, id);
    return { status: 200 as const, deleted: true as const };
  },
});

export const { POST, PATCH, OPTIONS } = otherMethods({ GET, PUT, DELETE });
