import { queryOptions } from "@tanstack/react-query";
import { partOfCall } from "@/lib/call/client/part-of-call";
import { sendRequest } from "@/lib/platform/client/send-request";
import { EvaluationList } from "./contract";

export type Evaluations = Omit<EvaluationList, "status">;

/** The evaluations of a call: why it converted automatically, or did not. */
export function evaluationsQuery(callId: number) {
  return queryOptions({
    queryKey: partOfCall(callId, "evaluations"),
    queryFn: async ({ signal }): Promise<Evaluations> => {
      const { sides, evaluations } = await sendRequest(`/calls/${callId}/evaluations`, EvaluationList, { signal });
      return { sides, evaluations };
    },
  });
}
