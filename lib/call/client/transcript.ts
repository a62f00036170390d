import { queryOptions } from "@tanstack/react-query";
import { sendRequest } from "@/lib/platform/client/send-request";
import { Transcript, type TranscriptSegment } from "../contract/transcript";

/** The transcript of a call, for readers of call details. */
export function transcriptQuery(callId: number) {
  return queryOptions({
    queryKey: ["call", callId, "transcript"] as const,
    queryFn: async ({ signal }): Promise<TranscriptSegment[]> =>
      (await sendRequest(`/calls/${callId}/transcript`, Transcript, { signal })).segments,
  });
}
