import { expect } from "vitest";
import { convertAll } from "@/lib/conversion/convert";
import type { Outcome } from "@/lib/conversion/domain/request";
import type { Random } from "@/prisma/seed/random";
import { disturbLedger } from "./disturb-ledger";
import { followDatabase } from "./follow-database";
import type { Model, ModelCall } from "./given-model";
import { evaluate, type OracleCall, type Told } from "./oracle";
import { startOf } from "./oracle-facts";
import { type Planned, planRequest } from "./plan-request";

const CONNECTIONS = 3;

/**
 * One step of every sequence that is not over yet: arrays of hundreds of requests that mix the calls, several at a time on
 * connections of their own, while rollups come and go. Sequences are of four to ten steps.
 */
export async function playRound(model: Model, round: number): Promise<void> {
  const { ctx, random } = model;
  ctx.clock.advance({ hours: 1 });
  const arrays = arraysOf(model, round).map((calls) => planArray(model, calls));
  await Promise.all([
    ...Array.from({ length: CONNECTIONS }, (_, connection) => playAll(model, arrays, connection)),
    disturbLedger(random, ctx).then(() => disturbLedger(random, ctx)),
  ]);
  await disturbLedger(random, ctx);
  await followDatabase(model);
}

/** The calls of each array. Those of one caller stay together, since their order decides which is a duplicate. */
function arraysOf({ random, calls }: Model, round: number): ModelCall[][] {
  const byCaller = new Map<OracleCall[], ModelCall[]>();
  for (const call of calls.filter((_, position) => round <= 4 + (position % 7))) {
    const { siblings } = call.oracle;
    byCaller.set(siblings, [...(byCaller.get(siblings) ?? []), call]);
  }
  const groups = shuffled(random, [...byCaller.values()]);
  const arrays: ModelCall[][] = [];
  while (groups.length > 0) arrays.push(groups.splice(0, random.between(250, 600)).flat());
  return arrays;
}

/** One to three requests for each call, those of all calls mixed; then what more is known is evaluated by order of start. */
export function planArray(model: Model, calls: readonly ModelCall[]): Planned[] {
  const { random, world } = model;
  const turns = calls.flatMap((call) => Array.from({ length: random.pick([1, 1, 1, 1, 2, 3]) }, () => call));
  const planned = shuffled(random, turns).flatMap((call) => {
    const { buyer, offer } = call.oracle;
    return buyer.unsure || offer.unsure ? [] : [planRequest(model, call)];
  });
  const due = calls.map(({ oracle }) => oracle).filter(({ isDue }) => isDue);
  for (const call of due.sort((one, other) => startOf(one.facts) - startOf(other.facts) || one.id - other.id))
    evaluate(call, world);
  return planned;
}

async function playAll(model: Model, arrays: readonly Planned[][], connection: number): Promise<void> {
  for (const [position, array] of arrays.entries()) {
    if (position % CONNECTIONS !== connection) continue;
    const requests = array.map(({ request }) => request);
    expectAsTold(array, await convertAll(model.ctx, requests));
  }
}

export function expectAsTold(array: readonly Planned[], outcomes: readonly Outcome[]): void {
  const surprises = array.flatMap(({ call, request, told }, position) => {
    const outcome = outcomes[position];
    return outcome && isAsTold(outcome, told) ? [] : [{ call: call.id, request, told, outcome }];
  });
  expect(surprises.slice(0, 2), `${surprises.length} outcomes`).toEqual([]);
}

function isAsTold(outcome: Outcome, told: Told): boolean {
  if (!outcome.ok || !told.ok) return outcome.ok === told.ok;
  const { held, older, repeated } = outcome;
  const text = (sides: readonly string[]) => sides.toSorted().join();
  return text(held) === text(told.held) && text(older) === text(told.older) && repeated === told.repeated;
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const placed = items.map((item) => ({ item, place: random.next() }));
  return placed.sort((one, other) => one.place - other.place).map(({ item }) => item);
}
