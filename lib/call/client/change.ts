import { queryOptions } from "@tanstack/react-query";
import { sendRequest } from "@/lib/platform/client/send-request";
import { ChangeList } from "../contract/change";
import { partOfCall } from "./part-of-call";

export type Changes = Omit<ChangeList, "status">;

/** The changes of a call and of its tokens, newest first. */
export function changesQuery(callId: number) {
  return queryOptions({
    queryKey: partOfCall(callId, "changes"),
    queryFn: async ({ signal }): Promise<Changes> => {
      const { status, ...changes } = await sendRequest(`/calls/${callId}/changes`, ChangeList, { signal });
      return changes;
    },
  });
}
