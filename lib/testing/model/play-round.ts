import { convertAll } from "@/lib/conversion/convert";
import { closePeriod } from "@/lib/period/close-period";
import { WARNINGS } from "@/lib/period/domain/warning";
import { disturbLedger } from "./disturb-ledger";
import { expectAnswers } from "./expect-answers";
import { followDatabase } from "./follow-database";
import type { Model, ModelCall } from "./given-model";
import type { OracleCall } from "./oracle-call";
import { planArray, shuffled } from "./plan-array";
import type { Planned } from "./plan-request";
import { playPreviewed } from "./play-previewed";

const CONNECTIONS = 3;
const MONTH_CLOSES_IN_ROUND = 4;

/**
 * Plays one step of every unfinished sequence: arrays of hundreds of requests across calls, one previewed, then several
 * at once on their own connections, with rollups and a closing in between. A sequence has four to ten steps.
 */
export async function playRound(model: Model, round: number): Promise<void> {
  const { ctx, random } = model;
  ctx.clock.advance({ hours: 1 });
  const [previewed = [], ...others] = arraysOf(model, round);
  await playPreviewed(model, previewed);
  const arrays = others.map((calls) => planArray(model, calls));
  await Promise.all([
    ...Array.from({ length: CONNECTIONS }, (_, connection) => playAll(model, arrays, connection)),
    workOnLedger(model, round),
  ]);
  await disturbLedger(random, ctx);
  await followDatabase(model);
}

async function workOnLedger({ ctx, random }: Model, round: number): Promise<void> {
  await disturbLedger(random, ctx);
  if (round === MONTH_CLOSES_IN_ROUND) await closePeriod(ctx, { month: "2026-10", acknowledge: WARNINGS });
  await disturbLedger(random, ctx);
}

/** The calls of each array. Calls of one caller stay together: their order decides which is a duplicate. */
function arraysOf({ random, calls }: Model, round: number): ModelCall[][] {
  const byCaller = new Map<OracleCall[], ModelCall[]>();
  for (const call of calls.filter((_, position) => round <= 4 + (position % 7))) {
    const { siblings } = call.oracle;
    byCaller.set(siblings, [...(byCaller.get(siblings) ?? []), call]);
  }
  const groups = shuffled(random, [...byCaller.values()]);
  const arrays = [groups.splice(0, random.between(50, 150)).flat()];
  while (groups.length > 0) arrays.push(groups.splice(0, random.between(250, 600)).flat());
  return arrays;
}

async function playAll({ ctx }: Model, arrays: readonly Planned[][], connection: number): Promise<void> {
  for (const [position, array] of arrays.entries()) {
    if (position % CONNECTIONS !== connection) continue;
    const requests = array.map(({ request }) => request);
    expectAnswers(array, await convertAll(ctx, requests));
  }
}
