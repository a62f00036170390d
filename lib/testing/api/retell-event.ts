import type { Fields } from "./api";
import { minutesAgo } from "./minutes-ago";

/** Retell's event after the analysis of a 90-second call; `facts` become tokens. */
export function retellEvent(callId: string, facts: Fields = {}): string {
  const start = Date.parse(minutesAgo(10));
  return JSON.stringify({
    event: "call_analyzed",
    call: {
      call_id: callId,
      direction: "inbound",
      from_number: "+13035550142",
      start_timestamp: start,
      end_timestamp: start + 90_000,
      call_analysis: { custom_analysis_data: facts },
    },
  });
}
