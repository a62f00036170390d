import { expect } from "vitest";
import { convertAll } from "@/lib/conversion/convert";
import type { Outcome } from "@/lib/conversion/domain/request";
import type { Random } from "@/prisma/seed/random";
import { disturbLedger } from "./disturb-ledger";
import type { Model } from "./given-model";
import { type ModelCall, type Planned, planRequest } from "./plan-request";

/**
 * One step of every sequence that is not over yet: arrays of hundreds of requests that mix the calls, two arrays at a
 * time, while rollups come and go. Sequences are of four to ten steps.
 */
export async function playRound(model: Model, round: number): Promise<void> {
  const { ctx, random, calls } = model;
  ctx.clock.advance({ hours: 1 });
  const playing = calls.filter((_, position) => round <= 4 + (position % 7));
  const arrays = arraysOf(model, shuffled(random, playing));
  await Promise.all([
    playAll(model, arrays, 0),
    playAll(model, arrays, 1),
    disturbLedger(random, ctx).then(() => disturbLedger(random, ctx)),
  ]);
  await disturbLedger(random, ctx);
}

function arraysOf({ ctx, random, world, elsewhere }: Model, calls: ModelCall[]): Planned[][] {
  const now = ctx.now();
  const arrays: Planned[][] = [];
  while (calls.length > 0) {
    const sequences = calls.splice(0, random.between(400, 900)).map((call) => {
      const times = random.pick([1, 1, 1, 1, 2, 3]);
      return Array.from({ length: times }, () => planRequest(random, call, world, elsewhere, now));
    });
    arrays.push(mixed(random, sequences));
  }
  return arrays;
}

async function playAll(model: Model, arrays: readonly Planned[][], remainder: 0 | 1): Promise<void> {
  for (const [position, array] of arrays.entries()) if (position % 2 === remainder) await play(model, array);
}

async function play({ ctx }: Model, array: readonly Planned[]): Promise<void> {
  const outcomes = await convertAll(
    ctx,
    array.map(({ request }) => request),
  );
  const surprises = array.flatMap(({ call, request, told }, position) => {
    const outcome = outcomes[position];
    return outcome && isAsTold(outcome, told) ? [] : [{ call: call.id, request, told, outcome }];
  });
  expect(surprises.slice(0, 2)).toEqual([]);
}

function isAsTold(outcome: Outcome, told: Planned["told"]): boolean {
  if (!outcome.ok || !told.ok) return outcome.ok === told.ok;
  const { changed, held, older, repeated } = outcome;
  return JSON.stringify({ ok: true, changed, held, older, repeated }) === JSON.stringify(told);
}

/** The requests of each call keep their order; between them stand those of others. */
function mixed(random: Random, sequences: readonly Planned[][]): Planned[] {
  const placed = sequences.flatMap((sequence) => {
    const places = sequence.map(() => random.next()).sort((one, other) => one - other);
    return sequence.map((planned, position) => ({ planned, place: places[position] ?? 0 }));
  });
  return placed.sort((one, other) => one.place - other.place).map(({ planned }) => planned);
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const placed = items.map((item) => ({ item, place: random.next() }));
  return placed.sort((one, other) => one.place - other.place).map(({ item }) => item);
}
