import { expect } from "vitest";
import type { Outcome } from "@/lib/conversion/domain/request";
import type { OracleAnswer } from "./oracle";
import type { Planned } from "./plan-request";

/** Every sender is answered as the oracle would answer it. */
export function expectAnswers(array: readonly Planned[], outcomes: readonly Outcome[]): void {
  const surprises = array.flatMap(({ call, request, told }, position) => {
    const outcome = outcomes[position];
    return outcome && isSameAnswer(outcome, told) ? [] : [{ call: call.id, request, told, outcome }];
  });
  expect(surprises.slice(0, 2), `${surprises.length} outcomes`).toEqual([]);
}

function isSameAnswer(outcome: Outcome, told: OracleAnswer): boolean {
  if (!outcome.ok || !told.ok) return outcome.ok === told.ok;
  const { held, older, repeated } = outcome;
  const text = (sides: readonly string[]) => sides.toSorted().join();
  return text(held) === text(told.held) && text(older) === text(told.older) && repeated === told.repeated;
}
