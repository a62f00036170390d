import { queryOptions } from "@tanstack/react-query";
import { type Change, ChangeList } from "@/lib/contracts/changes";
import { sendRequest } from "./send-request";

/** The log of a call, newest first. */
export function changesQuery(callId: number) {
  return queryOptions({
    queryKey: ["call", callId, "changes"] as const,
    queryFn: async ({ signal }): Promise<Change[]> =>
      (await sendRequest(`/calls/${callId}/changes`, ChangeList, { signal })).changes,
  });
}
