import { updateCall } from "@/lib/conversion/update-call";
import { givenCalls } from "../factories/given-call";
import type { GivenContext } from "../factories/given-company";

/** Two an hour, in all combinations of buyer, source, end, token and conversion. */
export async function givenVariedCalls(ctx: GivenContext): Promise<void> {
  const { now, buyer, otherBuyer, trafficSource, otherTrafficSource } = ctx;
  const made = await givenCalls(
    ctx,
    Array.from({ length: 72 }, (_, place) => ({
      external_id: `ext-${place}`,
      caller: `+1303555${String(1000 + place)}`,
      buyer_id: place % 3 === 0 ? otherBuyer.id : buyer.id,
      traffic_source_id: place % 5 === 0 ? otherTrafficSource.id : trafficSource.id,
      started_at: new Date(now().getTime() - place * 1_800_000),
      ended_at: undefined,
      answered_at: undefined,
      duration_seconds: place % 7 === 0 ? undefined : place * 5,
      connected_seconds: place % 7 === 0 ? undefined : place * 4,
      tokens: { zip: String(80200 + (place % 4)) },
    })),
  );
  for (const [place, { id }] of made.entries()) {
    ctx.clock.advance({ minutes: 1 });
    if (place % 2 === 0) await updateCall(ctx, { id }, { buyer_converted: true, revenue: String(place) });
    if (place % 4 === 0) await updateCall(ctx, { id }, { offer_converted: true });
  }
}
