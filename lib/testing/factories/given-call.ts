import type { Call, NewCall } from "@/lib/call/contract/call";
import { recordCalls } from "@/lib/inbound/record-calls";
import type { GivenContext } from "./given-company";

/** A finished call of 90 seconds for the company's offer, buyer and traffic source, by default. */
export async function givenCall(ctx: GivenContext, options: NewCall = {}): Promise<Call> {
  const [call] = await givenCalls(ctx, [options]);
  if (!call) throw new Error("one call gave no row");
  return call;
}

export async function givenCalls(ctx: GivenContext, calls: readonly NewCall[]): Promise<Call[]> {
  const recorded = await recordCalls(
    ctx,
    calls.map((call) => ({ ...usual(ctx, call.started_at ?? minutesBefore(ctx.now(), 10)), ...call })),
  );
  return recorded.map((answer) => {
    if (!answer.ok) throw answer.error;
    return answer.call;
  });
}

function usual(ctx: GivenContext, startedAt: Date): NewCall {
  return {
    caller: "+13035550142",
    offer_id: ctx.offer.id,
    buyer_id: ctx.buyer.id,
    traffic_source_id: ctx.trafficSource.id,
    started_at: startedAt,
    duration_seconds: 90,
    connected_seconds: 84,
    ended_at: minutesBefore(startedAt, -1.5),
    answered_at: minutesBefore(startedAt, -0.1),
  };
}

function minutesBefore(time: Date, minutes: number): Date {
  return new Date(time.getTime() - minutes * 60_000);
}
