import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { countQueries } from "../lib/testing/count-queries";
import type { Bench, Line } from "./bench";
import { benchCalls } from "./company/bench-calls";
import { applyAll, conversionsOf } from "./company/conversions-of";
import { median } from "./measure/median";
import { milliseconds } from "./measure/milliseconds";

const BATCH = 1_000;
const WARM_UP = 3;
const PER_SECOND_AT_LEAST = 10_000;

/** Batches of conversions that all change something, on undecided calls. */
export const applyConversions: Bench = async ({ quick }) => {
  const { ctx } = await givenCompany();
  const rounds = quick ? 5 : 30;
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    const requests = await freshRequests(ctx, BATCH);
    times.push(await milliseconds(() => applyAll(ctx, requests)));
  }
  return [speed(times.slice(WARM_UP)), await statements(ctx)];
};

function speed(times: readonly number[]): Line {
  const perSecond = times.map((ms) => (BATCH / ms) * 1000);
  const middle = median(perSecond);
  const range = `${Math.min(...perSecond).toFixed()}–${Math.max(...perSecond).toFixed()}`;
  return {
    what: `convertAll, batches of ${BATCH}`,
    measured: `${middle.toFixed()} conversions/s [${range}]`,
    target: `≥ ${PER_SECOND_AT_LEAST}/s`,
    met: middle >= PER_SECOND_AT_LEAST,
  };
}

async function statements(ctx: GivenContext): Promise<Line> {
  const sizes = [1, 100, BATCH];
  const counts: number[] = [];
  for (const size of sizes) {
    const requests = await freshRequests(ctx, size);
    counts.push(await countQueries(() => applyAll(ctx, requests)));
  }
  return {
    what: `Statements for a batch of ${sizes.join(", ")}`,
    measured: counts.join(", "),
    target: "the same number",
    met: new Set(counts).size === 1,
  };
}

async function freshRequests(ctx: GivenContext, count: number) {
  return conversionsOf(ctx, await benchCalls(ctx, count), true);
}
