import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import {
  CreatedSource,
  type EVENT_OUTCOMES,
  type FullSourceEvent,
  type NewSecret,
  type NewSource,
  RenewedAddress,
  RenewedSecret,
  ReplayedEvent,
  type Source,
  SourceAnswer,
  SourceEventAnswer,
  SourceEventList,
  type SourceUpdate,
} from "../contract/integration";

const LOOK_AGAIN_MS = 15_000;

export type Outcome = (typeof EVENT_OUTCOMES)[number];
export type SourceInput = z.input<typeof NewSource>;
export type SourceUpdateInput = z.input<typeof SourceUpdate>;
export type SecretInput = z.input<typeof NewSecret>;

export function sourceQuery(id: number) {
  return queryOptions({
    queryKey: ["source", id] as const,
    queryFn: async ({ signal }): Promise<Source> =>
      (await sendRequest(`/sources/${id}`, SourceAnswer, { signal })).source,
    refetchInterval: LOOK_AGAIN_MS,
  });
}

/** What arrived, newest first, a page at a time; null for all outcomes. */
export function sourceEventsQuery(id: number, outcome: Outcome | null) {
  return infiniteQueryOptions({
    queryKey: ["source", id, "events", outcome] as const,
    queryFn: ({ pageParam, signal }): Promise<SourceEventList> => {
      const query = new URLSearchParams({ ...(outcome && { outcome }), ...(pageParam && { cursor: pageParam }) });
      return sendRequest(`/sources/${id}/events?${query}`, SourceEventList, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ metadata }) => metadata.next_cursor,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= 1 ? LOOK_AGAIN_MS : false),
  });
}

export function sourceEventQuery(id: number, eventId: number) {
  return queryOptions({
    queryKey: ["source", id, "event", eventId] as const,
    queryFn: async ({ signal }): Promise<FullSourceEvent> =>
      (await sendRequest(`/sources/${id}/events/${eventId}`, SourceEventAnswer, { signal })).event,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useCreateSource() {
  return useMutation({
    networkMode: "always",
    mutationFn: (input: SourceInput) => sendRequest("/sources", CreatedSource, { method: "POST", body: input }),
  });
}

export function useUpdateSource(id: number) {
  return useSourceMutation(id, (input: SourceUpdateInput) =>
    sendRequest(`/sources/${id}`, SourceAnswer, { method: "PUT", body: input }),
  );
}

export function useRenewSecret(id: number) {
  return useSourceMutation(id, (input: SecretInput) =>
    sendRequest(`/sources/${id}/secret`, RenewedSecret, { method: "POST", body: input }),
  );
}

export function useRenewAddress(id: number) {
  return useSourceMutation(id, () => sendRequest(`/sources/${id}/address`, RenewedAddress, { method: "POST" }));
}

export function useReplayEvent(id: number, eventId: number) {
  const queryClient = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: async () =>
      (await sendRequest(`/sources/${id}/events/${eventId}/replay`, ReplayedEvent, { method: "POST" })).event,
    onSettled: () => queryClient.invalidateQueries({ queryKey: sourceQuery(id).queryKey }),
  });
}

function useSourceMutation<Input, Answer extends { readonly source: Source }>(
  id: number,
  send: (input: Input) => Promise<Answer>,
) {
  const queryClient = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: send,
    onSuccess: async ({ source }) => {
      await queryClient.cancelQueries({ queryKey: sourceQuery(id).queryKey, exact: true });
      queryClient.setQueryData(sourceQuery(id).queryKey, source);
    },
  });
}
