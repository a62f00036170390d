import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import { DeliveryAnswer, DeliveryList, type FullDelivery, Resent } from "./contract/delivery";
import {
  CreatedWebhookEndpoint,
  DeletedWebhookEndpoint,
  type NewWebhookEndpoint,
  UpdatedWebhookEndpoint,
  type WebhookEndpoint,
  WebhookEndpointAnswer,
  type WebhookEndpointUpdate,
} from "./contract/endpoint";
import type { DeliveryState } from "./domain/delivery";

const LOOK_AGAIN_MS = 5_000;

export type EndpointInput = z.input<typeof NewWebhookEndpoint>;
export type EndpointUpdateInput = z.input<typeof WebhookEndpointUpdate>;

export function endpointQuery(id: number) {
  return queryOptions({
    queryKey: ["webhook-endpoint", id] as const,
    queryFn: async ({ signal }): Promise<WebhookEndpoint> =>
      (await sendRequest(`/webhook-endpoints/${id}`, WebhookEndpointAnswer, { signal })).webhook_endpoint,
    refetchInterval: LOOK_AGAIN_MS,
  });
}

/** Newest first, in pages; null for all states. */
export function deliveriesQuery(id: number, state: DeliveryState | null) {
  return infiniteQueryOptions({
    queryKey: ["webhook-endpoint", id, "deliveries", state] as const,
    queryFn: ({ pageParam, signal }): Promise<DeliveryList> => {
      const query = new URLSearchParams({ ...(state && { state }), ...(pageParam && { cursor: pageParam }) });
      return sendRequest(`/webhook-endpoints/${id}/deliveries?${query}`, DeliveryList, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ metadata }) => metadata.next_cursor,
    refetchInterval: ({ state: { data } }) => ((data?.pages.length ?? 0) <= 1 ? LOOK_AGAIN_MS : false),
  });
}

export function deliveryQuery(id: number, deliveryId: string) {
  return queryOptions({
    queryKey: ["webhook-endpoint", id, "delivery", deliveryId] as const,
    queryFn: async ({ signal }): Promise<FullDelivery> =>
      (await sendRequest(`/webhook-endpoints/${id}/deliveries/${deliveryId}`, DeliveryAnswer, { signal })).delivery,
    refetchInterval: LOOK_AGAIN_MS,
  });
}

export function useCreateEndpoint() {
  return useMutation({
    networkMode: "always",
    mutationFn: (body: EndpointInput) =>
      sendRequest("/webhook-endpoints", CreatedWebhookEndpoint, { method: "POST", body }),
  });
}

export function useUpdateEndpoint(id: number) {
  return useEndpointMutation(id, (body: EndpointUpdateInput) =>
    sendRequest(`/webhook-endpoints/${id}`, UpdatedWebhookEndpoint, { method: "PUT", body }),
  );
}

export function useDeleteEndpoint(id: number) {
  return useMutation({
    networkMode: "always",
    mutationFn: () => sendRequest(`/webhook-endpoints/${id}`, DeletedWebhookEndpoint, { method: "DELETE" }),
  });
}

export function useTestEndpoint(id: number) {
  return useEndpointMutation(
    id,
    async () => (await sendRequest(`/webhook-endpoints/${id}/test`, DeliveryAnswer, { method: "POST" })).delivery,
  );
}

export function useResendMissing(id: number) {
  return useEndpointMutation(
    id,
    async () =>
      (await sendRequest(`/webhook-endpoints/${id}/resend`, Resent, { method: "POST", body: { missing: true } }))
        .resent,
  );
}

export function useResendDelivery(id: number, deliveryId: string) {
  return useEndpointMutation(id, () =>
    sendRequest(`/webhook-endpoints/${id}/deliveries/${deliveryId}/resend`, DeliveryAnswer, { method: "POST" }),
  );
}

/** What it changes is read again: the endpoint and its deliveries. */
function useEndpointMutation<Input, Answer>(id: number, send: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: send,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: endpointQuery(id).queryKey }),
  });
}
