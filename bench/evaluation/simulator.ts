import { BuyerSettings } from "@/lib/contracts/conversion-settings";
import { simulateBuyer } from "@/lib/services/settings/simulate";
import { givenCompany } from "@/lib/testing/factories/given-company";
import type { Bench } from "../bench";
import { benchCalls } from "../company/bench-calls";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";

const PER_SECOND_AT_LEAST = 50_000;

/** A draft of three rules on the calls of a month. */
export const simulator: Bench = async ({ quick }) => {
  const { ctx, buyer } = await givenCompany();
  const calls = quick ? 20_000 : 100_000;
  await benchCalls(ctx, calls);
  const settings = BuyerSettings.parse({
    rules: [
      { name: "Booked", condition: { all: [{ token: "booked", operator: "equals", values: ["true"] }] } },
      { name: "Near", condition: { all: [{ token: "zip", operator: "in", values: ["80210", "80211"] }] } },
      {
        name: "Long",
        minimum_duration: { basis: "connected", seconds: 60 },
        amount: { kind: "fixed", amount: "15.00" },
      },
    ],
    duration: { enabled: true, longer_than_seconds: 90 },
  });
  const perSecond: number[] = [];
  for (let round = 0; round < (quick ? 2 : 5); round += 1) {
    const took = await milliseconds(async () => {
      const { after } = await simulateBuyer(ctx, buyer.id, { settings, days: 30 });
      if (after.calls !== calls || after.conversions !== calls)
        throw new Error(`${after.conversions} of ${after.calls}`);
    });
    perSecond.push((calls / took) * 1000);
  }
  const middle = median(perSecond);
  return [
    {
      what: `Simulating a draft on ${calls} calls`,
      measured: `${middle.toFixed()} calls/s [${Math.min(...perSecond).toFixed()}–${Math.max(...perSecond).toFixed()}]`,
      target: `≥ ${PER_SECOND_AT_LEAST}/s`,
      met: middle >= PER_SECOND_AT_LEAST,
    },
  ];
};
