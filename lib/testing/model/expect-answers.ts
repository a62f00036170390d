import { expect } from "vitest";
import type { Outcome } from "@/lib/conversion/domain/request";
import type { OracleAnswer } from "./answer-request";
import type { Planned } from "./plan-request";

/** Every answer equals the oracle's. */
export function expectAnswers(array: readonly Planned[], outcomes: readonly Outcome[]): void {
  const surprises = array.flatMap(({ call, request, answer }, position) => {
    const outcome = outcomes[position];
    return outcome && isSameAnswer(outcome, answer) ? [] : [{ call: call.id, request, answer, outcome }];
  });
  expect(surprises.slice(0, 2), `${surprises.length} outcomes`).toEqual([]);
}

function isSameAnswer(outcome: Outcome, answer: OracleAnswer): boolean {
  if (!outcome.ok || !answer.ok) return outcome.ok === answer.ok;
  const { held, older, repeated } = outcome;
  const text = (sides: readonly string[]) => sides.toSorted().join();
  return text(held) === text(answer.held) && text(older) === text(answer.older) && repeated === answer.repeated;
}
