import { BuyerSettings } from "@/lib/settings/contract/conversion-settings";
import { simulateBuyer } from "@/lib/simulation/simulate";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import type { Bench, Line } from "../bench";
import { variedCalls } from "../company/varied-calls";
import { interleaved } from "../measure/interleaved";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";
import { TEN_RULES } from "./ten-rules";

const PER_SECOND_AT_LEAST = 50_000;
const DAYS = 60;
const NEW_CALLERS = { duplicates: { seconds: 604_800, counts: "converted" } };

/** A draft of ten rules on the calls of a month, with and without duplicate windows. */
export const simulator: Bench = async ({ quick }) => {
  const { ctx } = await givenCompany();
  const calls = quick ? 20_000 : 100_000;
  await variedCalls(ctx, calls);
  const took = await interleaved(quick ? 3 : 7, {
    "ten rules": () => simulating(ctx, calls, TEN_RULES),
    "ten rules for new callers": () =>
      simulating(
        ctx,
        calls,
        TEN_RULES.map((rule) => ({ ...rule, ...NEW_CALLERS })),
      ),
  });
  return Object.entries(took).map(([draft, times]) => lineOf(draft, calls, times));
};

async function simulating(ctx: GivenContext, calls: number, rules: readonly object[]): Promise<number> {
  const settings = BuyerSettings.parse({ rules, duration: { enabled: true, longer_than_seconds: 150 } });
  return milliseconds(async () => {
    const { after } = await simulateBuyer(ctx, ctx.buyer.id, { settings, days: DAYS });
    if (after.calls !== calls || after.conversions === 0) throw new Error(`${after.conversions} of ${after.calls}`);
  });
}

function lineOf(draft: string, calls: number, times: readonly number[]): Line {
  const perSecond = times.map((ms) => (calls / ms) * 1000);
  const middle = median(perSecond);
  return {
    what: `Simulating ${draft} on ${calls} calls`,
    measured: `${middle.toFixed()} calls/s [${Math.min(...perSecond).toFixed()}–${Math.max(...perSecond).toFixed()}]`,
    target: `≥ ${PER_SECOND_AT_LEAST}/s`,
    met: middle >= PER_SECOND_AT_LEAST,
  };
}
