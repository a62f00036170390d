import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import {
  CreatedIntegration,
  type EVENT_OUTCOMES,
  type FullIntegrationEvent,
  type Integration,
  IntegrationAnswer,
  IntegrationEventAnswer,
  IntegrationEventList,
  type IntegrationUpdate,
  type NewIntegration,
  type NewSecret,
  RenewedSecret,
  RenewedUrl,
  ReplayedEvent,
} from "../contract/integration";

const LOOK_AGAIN_MS = 15_000;

export type Outcome = (typeof EVENT_OUTCOMES)[number];
export type IntegrationInput = z.input<typeof NewIntegration>;
export type IntegrationUpdateInput = z.input<typeof IntegrationUpdate>;
export type SecretInput = z.input<typeof NewSecret>;

export function integrationQuery(id: number) {
  return queryOptions({
    queryKey: ["integration", id] as const,
    queryFn: async ({ signal }): Promise<Integration> =>
      (await sendRequest(`/integrations/${id}`, IntegrationAnswer, { signal })).integration,
    refetchInterval: LOOK_AGAIN_MS,
  });
}

/** Events of an integration, newest first, in pages; null for all outcomes. */
export function integrationEventsQuery(id: number, outcome: Outcome | null) {
  return infiniteQueryOptions({
    queryKey: ["integration", id, "events", outcome] as const,
    queryFn: ({ pageParam, signal }): Promise<IntegrationEventList> => {
      const query = new URLSearchParams({ ...(outcome && { outcome }), ...(pageParam && { cursor: pageParam }) });
      return sendRequest(`/integrations/${id}/events?${query}`, IntegrationEventList, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ metadata }) => metadata.next_cursor,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= 1 ? LOOK_AGAIN_MS : false),
  });
}

export function integrationEventQuery(id: number, eventId: number) {
  return queryOptions({
    queryKey: ["integration", id, "event", eventId] as const,
    queryFn: async ({ signal }): Promise<FullIntegrationEvent> =>
      (await sendRequest(`/integrations/${id}/events/${eventId}`, IntegrationEventAnswer, { signal })).event,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useCreateIntegration() {
  return useMutation({
    networkMode: "always",
    mutationFn: (input: IntegrationInput) =>
      sendRequest("/integrations", CreatedIntegration, { method: "POST", body: input }),
  });
}

export function useUpdateIntegration(id: number) {
  return useIntegrationMutation(id, (input: IntegrationUpdateInput) =>
    sendRequest(`/integrations/${id}`, IntegrationAnswer, { method: "PUT", body: input }),
  );
}

export function useRenewSecret(id: number) {
  return useIntegrationMutation(id, (input: SecretInput) =>
    sendRequest(`/integrations/${id}/secret`, RenewedSecret, { method: "POST", body: input }),
  );
}

export function useRenewUrl(id: number) {
  return useIntegrationMutation(id, () => sendRequest(`/integrations/${id}/url`, RenewedUrl, { method: "POST" }));
}

export function useReplayEvent(id: number, eventId: number) {
  const queryClient = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: async () =>
      (await sendRequest(`/integrations/${id}/events/${eventId}/replay`, ReplayedEvent, { method: "POST" })).event,
    onSettled: () => queryClient.invalidateQueries({ queryKey: integrationQuery(id).queryKey }),
  });
}

function useIntegrationMutation<Input, Answer extends { readonly integration: Integration }>(
  id: number,
  send: (input: Input) => Promise<Answer>,
) {
  const queryClient = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: send,
    onSuccess: async ({ integration }) => {
      await queryClient.cancelQueries({ queryKey: integrationQuery(id).queryKey, exact: true });
      queryClient.setQueryData(integrationQuery(id).queryKey, integration);
    },
  });
}
