import { expect, test } from "vitest";
import { getCall } from "@/lib/conversion/get-call";
import { givenOneCall } from "./factories/given-one-call";
import { givenVerdict } from "./given-verdict";

test("a given verdict converts by its mechanism, rule and amount, on each side", async () => {
  const { ctx, id } = await givenOneCall();
  const also = { side: "offer", mechanism: "voice_agent" } as const;
  expect(await givenVerdict(ctx, id, { ruleId: 2, amountMinor: 1550n, also })).toBe(true);
  expect(await getCall(ctx, { id })).toMatchObject({
    ...{ revenue: "15.50", payout: "6.00" },
    buyer_decision: { mechanism: "rule", rule: { id: 2 } },
    offer_decision: { mechanism: "voice_agent" },
  });
  expect(await givenVerdict(ctx, id, { mechanism: "duration" })).toBe(true);
  expect(await getCall(ctx, { id })).toMatchObject({ revenue: "10.00", buyer_decision: { mechanism: "duration" } });
});
