import { expect, test } from "vitest";
import { getCall } from "@/lib/conversion/get-call";
import { givenOneCall } from "./factories/given-one-call";
import { givenVerdict } from "./given-verdict";

test("facts that say so convert a call by the very mechanism, rule and amount that were told, each side by its own", async () => {
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
