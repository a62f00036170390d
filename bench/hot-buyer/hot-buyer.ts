import { NewCap } from "@/lib/cap/contract";
import { createCap } from "@/lib/cap/save-cap";
import { createBuyers } from "@/lib/party/create-buyers";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import type { Bench, Line } from "../bench";
import { type BenchCall, benchCalls } from "../company/bench-calls";
import { applyAll, conversionsOf } from "../company/conversions-of";
import { interleaved } from "../measure/interleaved";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";
import { ratio, ratioText } from "../measure/ratio";
import { spreadOverBuyers } from "./spread-over-buyers";

const BUYERS = 1_000;
const BATCH = 100;
const AT_ONCE = 4;
const LEAST_SHARE = 0.95;

type Place = { readonly ctx: GivenContext; readonly buyerIds: readonly number[] };

/** Simultaneous transactions of conversions, all on one buyer compared to a thousand buyers; with and without a cap. */
export const hotBuyer: Bench = async ({ quick }) => {
  const rounds = quick ? 4 : 24;
  const bare = await place(false);
  const capped = await place(true);
  const one = ({ ctx }: Place) => ({ ctx, buyerIds: [ctx.buyer.id] });
  const measures = {
    hot: () => perSecond(one(bare)),
    spread: () => perSecond(bare),
    hotCapped: () => perSecond(one(capped)),
    spreadCapped: () => perSecond(capped),
  };
  await interleaved(2, measures);
  const { hot, spread, hotCapped, spreadCapped } = await interleaved(rounds, measures);
  return [
    line("All conversions on one buyer", hot, spread),
    line("The same, every buyer with a cap", hotCapped, spreadCapped),
  ];
};

async function place(isCapped: boolean): Promise<Place> {
  const { ctx } = await givenCompany();
  const names = Array.from({ length: BUYERS }, (_, position) => `Buyer ${position + 1}`);
  const buyerIds = (await createBuyers(ctx, names)).map(({ id }) => id);
  const limit = { measure: "conversions", span: "month", limit: "999999999", stops_automatic: true } as const;
  for (const id of isCapped ? [ctx.buyer.id, ...buyerIds] : []) {
    await createCap(ctx, { side: "buyer", id }, NewCap.parse(limit));
  }
  return { ctx, buyerIds };
}

async function perSecond({ ctx, buyerIds }: Place): Promise<number> {
  const calls = await benchCalls(ctx, BATCH * AT_ONCE);
  await spreadOverBuyers(ctx, calls, buyerIds);
  const batches = Array.from({ length: AT_ONCE }, (_, worker) => partOf(calls, worker));
  const ms = await milliseconds(() =>
    Promise.all(batches.map((batch) => applyAll(ctx, conversionsOf(ctx, batch, true)))),
  );
  return (calls.length / ms) * 1000;
}

function partOf(calls: readonly BenchCall[], worker: number): BenchCall[] {
  return calls.slice(worker * BATCH, (worker + 1) * BATCH);
}

function line(what: string, own: readonly number[], others: readonly number[]): Line {
  const share = ratio(own, others);
  const rates = `${median(own).toFixed()} and ${median(others).toFixed()} a second`;
  return {
    what,
    measured: `${ratioText(share)} × spread over ${BUYERS} (${rates})`,
    target: `≥ ${LEAST_SHARE} ×`,
    met: share.median >= LEAST_SHARE,
  };
}
