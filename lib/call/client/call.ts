import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import { type Call, CallAnswer, ConversionAnswer, type ConversionUpdate } from "../contract/call";
import { partOfCall } from "./part-of-call";

const RUNNING_CALL_MS = 15_000;
const CHANGED_BY_A_SAVE = ["changes", "billing", "evaluations"] as const;

export type ConversionUpdateInput = z.input<typeof ConversionUpdate>;
export type SideInput = { side: "buyer" | "offer"; version: string };
export type LockInput = SideInput & { locked: boolean };

export function callQuery(id: number) {
  return queryOptions({
    queryKey: ["call", id] as const,
    queryFn: async ({ signal }): Promise<Call> => (await sendRequest(`/calls/${id}`, CallAnswer, { signal })).call,
    refetchInterval: ({ state }) => (state.data ? whileRunning(state.data) : false),
  });
}

/** A call that has seconds but no end was reported as finished. */
export function isRunning(call: Call): boolean {
  return call.ended_at === null && call.duration_seconds === null;
}

/** Polling interval in milliseconds while the facts of the call may change; false once it has ended. */
export function whileRunning(call: Call): number | false {
  return isRunning(call) && RUNNING_CALL_MS;
}

export function useUpdateCall(id: number) {
  return useCallMutation(id, (update: ConversionUpdateInput) =>
    sendRequest(`/calls/${id}`, ConversionAnswer, { method: "PUT", body: update }),
  );
}

export function useReturnToAutomatic(id: number) {
  return useCallMutation(id, (input: SideInput) =>
    sendRequest(`/calls/${id}/automatic`, ConversionAnswer, { method: "POST", body: input }),
  );
}

export function useLockSide(id: number) {
  return useCallMutation(id, (input: LockInput) =>
    sendRequest(`/calls/${id}/lock`, ConversionAnswer, { method: "POST", body: input }),
  );
}

function useCallMutation<Input>(id: number, send: (input: Input) => Promise<z.output<typeof ConversionAnswer>>) {
  const queryClient = useQueryClient();
  return useMutation({
    // TanStack Query pauses mutations while the browser seems offline; here the person should see the failure.
    networkMode: "always",
    mutationFn: send,
    onSuccess: async ({ call }) => {
      await queryClient.cancelQueries({ queryKey: callQuery(id).queryKey });
      // Whether the call is over a cap is known only from the next read.
      queryClient.setQueryData(callQuery(id).queryKey, (cached) => ({
        ...call,
        ...(cached?.over_cap && { over_cap: cached.over_cap }),
      }));
    },
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: callQuery(id).queryKey, exact: true });
      for (const part of CHANGED_BY_A_SAVE) void queryClient.invalidateQueries({ queryKey: partOfCall(id, part) });
    },
  });
}
