import { expect } from "vitest";
import type { Outcome } from "@/lib/conversion/domain/request";
import type { Planned } from "./plan-request";
import type { Told } from "./tell";

/** Every sender is answered as the oracle would answer it. */
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
