import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { partOfCall } from "@/lib/call/client/part-of-call";
import { sendRequest } from "@/lib/platform/client/send-request";
import { systemClock } from "@/lib/platform/config/clock";
import { type Billing, BillingAnswer } from "./contract/billing";
import { RollupAnswer } from "./contract/rollup";

const AFTER_ROLLUP_MS = 1_500;
const AT_MOST_MS = 60_000;

/** While something is pending, refetches when the next rollup should have posted it. */
export function billingQuery(callId: number) {
  return queryOptions({
    queryKey: partOfCall(callId, "billing"),
    queryFn: async ({ signal }): Promise<Billing> =>
      (await sendRequest(`/calls/${callId}/billing`, BillingAnswer, { signal })).billing,
    refetchInterval: ({ state }) => (state.data && state.data.pending.length > 0 ? untilPosted(state.data) : false),
  });
}

function untilPosted({ next_rollup_at }: Billing): number {
  const wait = Date.parse(next_rollup_at) - systemClock().getTime() + AFTER_ROLLUP_MS;
  return Math.min(Math.max(wait, AFTER_ROLLUP_MS), AT_MOST_MS);
}

export function useRunRollup(callId: number) {
  const queryClient = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: () => sendRequest("/rollups", RollupAnswer, { method: "POST" }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: billingQuery(callId).queryKey }),
  });
}
