import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import {
  type BuyerHook,
  BuyerHookAnswer,
  type BuyerHookUpdate,
  HookEventList,
  TriedHookBody,
  type TryHookBody,
} from "../contract/webhook";

export function buyerHookQuery(buyerId: number) {
  return queryOptions({
    queryKey: ["buyer", buyerId, "hook"] as const,
    queryFn: async ({ signal }): Promise<BuyerHook | null> =>
      (await sendRequest(`/buyers/${buyerId}/hook`, BuyerHookAnswer, { signal })).hook,
  });
}

export function hookEventsQuery(buyerId: number) {
  return queryOptions({
    queryKey: ["buyer", buyerId, "hook", "events"] as const,
    queryFn: async ({ signal }) =>
      (await sendRequest(`/buyers/${buyerId}/hook/events`, HookEventList, { signal })).events,
  });
}

/** What was made just now, address or secret, stands in the answer and nowhere else. */
export function useSaveHook(buyerId: number) {
  const queryClient = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: (update: z.input<typeof BuyerHookUpdate>) =>
      sendRequest(`/buyers/${buyerId}/hook`, BuyerHookAnswer, { method: "PUT", body: update }),
    onSuccess: ({ hook }) => queryClient.setQueryData(buyerHookQuery(buyerId).queryKey, hook),
  });
}

export function useTryHook(buyerId: number) {
  return useMutation({
    networkMode: "always",
    mutationFn: (body: z.input<typeof TryHookBody>) =>
      sendRequest(`/buyers/${buyerId}/hook/try`, TriedHookBody, { method: "POST", body }),
  });
}
