import type { Random } from "@/lib/base/random";
import type { Model, ModelCall } from "./given-model";
import { evaluate } from "./oracle";
import type { OracleCall } from "./oracle-call";
import { startOf } from "./oracle-facts";
import { type Planned, planRequest } from "./plan-request";

/** One to three requests per call, mixed across calls; then calls with new facts are evaluated in order of start. */
export function planArray(model: Model, calls: readonly ModelCall[]): Planned[] {
  const { random, world } = model;
  const turns = calls.flatMap((call) => Array.from({ length: random.pick([1, 1, 1, 1, 2, 3]) }, () => call));
  const planned = shuffled(random, turns).flatMap((call) => {
    const { buyer, offer } = call.oracle;
    return buyer.unsure || offer.unsure ? [] : [planRequest(model, call)];
  });
  const due = calls.map(({ oracle }) => oracle).filter(({ isDue }) => isDue);
  for (const oracle of due.sort(inOrderOfStart)) evaluate(oracle, world);
  return planned;
}

function inOrderOfStart(one: OracleCall, other: OracleCall): number {
  return startOf(one.facts) - startOf(other.facts) || one.id - other.id;
}

export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const placed = items.map((item) => ({ item, place: random.next() }));
  return placed.sort((one, other) => one.place - other.place).map(({ item }) => item);
}
