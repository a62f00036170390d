import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { sendRequest } from "@/lib/platform/client/send-request";
import { ProofState } from "./contract";

const LOOK_AGAIN_MS = 1_000;

export const proofQuery = queryOptions({
  queryKey: ["proof"] as const,
  queryFn: ({ signal }): Promise<ProofState> => sendRequest("/proof", ProofState, { signal }),
  refetchInterval: ({ state }) => (state.data?.proof?.state === "running" ? LOOK_AGAIN_MS : false),
});

export function useStartProof() {
  const queryClient = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: () => sendRequest("/proof", ProofState, { method: "POST" }),
    onSuccess: (state) => queryClient.setQueryData(proofQuery.queryKey, state),
  });
}
