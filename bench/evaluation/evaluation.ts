import type { EvaluationFacts } from "@/lib/call/domain/evaluation-facts";
import { evaluate } from "@/lib/evaluation/domain/evaluate";
import { BuyerSettings } from "@/lib/settings/contract/conversion-settings";
import { matchPattern } from "@/lib/settings/match-pattern";
import { mechanismsOf } from "@/lib/settings/mechanisms-of";
import type { Bench } from "../bench";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";

const RULES = 200;
const AT_MOST_MS = 1;
const EVALUATIONS_A_ROUND = 200;

/** One call against 200 rules with five conditions each, none of which holds. */
export const evaluation: Bench = async ({ quick }) => {
  const mechanisms = mechanismsOf(BuyerSettings.parse({ rules: Array.from({ length: RULES }, rule) }), 2);
  const times: number[] = [];
  for (let round = 0; round < (quick ? 5 : 30); round += 1) {
    const total = await milliseconds(async () => {
      for (let time = 0; time < EVALUATIONS_A_ROUND; time += 1) {
        if (evaluate(mechanisms, FACTS, matchPattern).converting !== null) throw new Error("a rule holds");
      }
    });
    times.push(total / EVALUATIONS_A_ROUND);
  }
  const middle = median(times);
  return [
    {
      what: `One call against ${RULES} rules of 5 conditions`,
      measured: `${middle.toFixed(2)} ms [${Math.min(...times).toFixed(2)}–${Math.max(...times).toFixed(2)}]`,
      target: `≤ ${AT_MOST_MS} ms`,
      met: middle <= AT_MOST_MS,
    },
  ];
};

const FACTS: EvaluationFacts = {
  startedAt: new Date("2026-11-23T17:00:00Z"),
  answered: true,
  durationSeconds: 184,
  connectedSeconds: 171,
  tokens: { zip: "80202", age: "64", campaign: "solar_fall", notes: "The roof is south-facing, 12 years old." },
  transcript: [],
  earlierCalls: [],
};

function rule(_: unknown, place: number) {
  return {
    name: `Rule ${place + 1}`,
    hours: { time_zone: "America/Denver", rows: [{ weekday: 1, open: "08:00", close: "18:00" }] },
    minimum_duration: { basis: "connected", seconds: 60 },
    condition: {
      all: [
        { token: "zip", operator: "in", values: ["80202", "80203", "80204"] },
        { token: "age", operator: "at_least", values: ["50"] },
        { token: "campaign", operator: "contains", values: ["solar"] },
        { token: "notes", operator: "matches", values: [`south.*\\b${place + 12} years`] },
        { token: "booked", operator: "equals", values: ["true"] },
      ],
    },
  };
}
