import { randomInt, randomUUID } from "node:crypto";
import type { Context } from "@/lib/access/context";
import type { Call } from "@/lib/call/contract/call";
import { type NewTestCall, testCallId } from "./contract/test-call";
import { recordCall } from "./record-calls";

/** Numbers that are assigned to nobody end in 0100 to 0199. */
const FICTITIOUS = "+155555501";
const RINGING_SECONDS = 9;

/**
 * Records a call as the API does, marked in its external ID. It is billed like any other if it converts. Throws
 * `Forbidden` or `Invalid`.
 */
export async function sendTestCall(ctx: Context, input: NewTestCall): Promise<Call> {
  const { call } = await recordCall(ctx, {
    ...input,
    external_id: testCallId(randomUUID()),
    caller: FICTITIOUS + String(randomInt(100)).padStart(2, "0"),
    connected_seconds: Math.max(0, input.duration_seconds - RINGING_SECONDS),
  });
  return call;
}
