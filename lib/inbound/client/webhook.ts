import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import {
  type BuyerWebhook,
  BuyerWebhookAnswer,
  BuyerWebhookEventList,
  type BuyerWebhookUpdate,
  TriedWebhookBody,
  type TryWebhookBody,
} from "../contract/webhook";

export function buyerWebhookQuery(buyerId: number) {
  return queryOptions({
    queryKey: ["buyer", buyerId, "webhook"] as const,
    queryFn: async ({ signal }): Promise<BuyerWebhook | null> =>
      (await sendRequest(`/buyers/${buyerId}/webhook`, BuyerWebhookAnswer, { signal })).webhook,
  });
}

export function buyerWebhookEventsQuery(buyerId: number) {
  return queryOptions({
    queryKey: ["buyer", buyerId, "webhook", "events"] as const,
    queryFn: async ({ signal }) =>
      (await sendRequest(`/buyers/${buyerId}/webhook/events`, BuyerWebhookEventList, { signal })).events,
  });
}

/** A new URL or secret is only in the answer of the save. */
export function useSaveWebhook(buyerId: number) {
  const queryClient = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: (update: z.input<typeof BuyerWebhookUpdate>) =>
      sendRequest(`/buyers/${buyerId}/webhook`, BuyerWebhookAnswer, { method: "PUT", body: update }),
    onSuccess: ({ webhook }) => queryClient.setQueryData(buyerWebhookQuery(buyerId).queryKey, webhook),
  });
}

export function useTryWebhook(buyerId: number) {
  return useMutation({
    networkMode: "always",
    mutationFn: (body: z.input<typeof TryWebhookBody>) =>
      sendRequest(`/buyers/${buyerId}/webhook/try`, TriedWebhookBody, { method: "POST", body }),
  });
}
