import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import { type Cap, CapAnswer, CapCalls, CapList, CreatedCap, type NewCap } from "./contract";

const LOOK_AGAIN_MS = 15_000;

export type CapKind = "buyers" | "traffic-sources";
export type CapInput = z.input<typeof NewCap>;

export function capsQuery(kind: CapKind, partyId: number) {
  return queryOptions({
    queryKey: ["caps", kind, partyId] as const,
    queryFn: ({ signal }): Promise<CapList> => sendRequest(`/${kind}/${partyId}/caps`, CapList, { signal }),
    refetchInterval: LOOK_AGAIN_MS,
  });
}

/** The calls that use a cap now, newest first, in pages. */
export function capCallsQuery(kind: CapKind, partyId: number, capId: number) {
  return infiniteQueryOptions({
    queryKey: ["caps", kind, partyId, capId, "calls"] as const,
    queryFn: ({ pageParam, signal }): Promise<CapCalls> => {
      const query = new URLSearchParams({ per_page: "20", ...(pageParam && { cursor: pageParam }) });
      return sendRequest(`/${kind}/${partyId}/caps/${capId}/calls?${query}`, CapCalls, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ metadata }) => metadata.next_cursor,
  });
}

/** Creates a cap, or replaces one. */
export function useSaveCap(kind: CapKind, partyId: number, capId: number | null) {
  return useCapMutation(kind, partyId, async (input: CapInput): Promise<Cap> => {
    const address = `/${kind}/${partyId}/caps`;
    if (capId === null) return (await sendRequest(address, CreatedCap, { method: "POST", body: input })).cap;
    return (await sendRequest(`${address}/${capId}`, CapAnswer, { method: "PUT", body: input })).cap;
  });
}

export function useWithdrawCap(kind: CapKind, partyId: number) {
  return useCapMutation(kind, partyId, (capId: number) =>
    sendRequest(`/${kind}/${partyId}/caps/${capId}`, CapAnswer, { method: "DELETE" }),
  );
}

function useCapMutation<Input, Answer>(kind: CapKind, partyId: number, send: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: send,
    onSettled: () => queryClient.invalidateQueries({ queryKey: capsQuery(kind, partyId).queryKey }),
  });
}
